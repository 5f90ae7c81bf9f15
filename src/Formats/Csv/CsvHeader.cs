using System.Collections.Immutable;
using BillingActors.Formats.Text;

namespace BillingActors.Formats.Csv;

/// <summary>Where each column of a file stands.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> _columns;

    private CsvHeader(CsvShape shape, Dictionary<string, int> columns) => (Shape, _columns) = (shape, columns);

    public static CsvHeader None { get; } = new(new([], []), []);

    public CsvShape Shape { get; }

    public int Count => _columns.Count;

    /// <summary>Place of a column; -1 for an optional one that is not there.</summary>
    public int this[string column] => _columns.GetValueOrDefault(column, -1);

    public static CsvHeader Read(string[] names, ImmutableArray<CsvShape> shapes, int line)
    {
        var shape = shapes.MaxBy(candidate => candidate.Likeness(names))!;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var problems = new FileProblems();
        for (var place = 0; place < names.Length; place++)
        {
            if (!shape.Has(names[place]))
                problems.Add(Refusal.Of(line, Shown(names[place]), "header-column-unknown", "is not one of ours"));
            else if (!columns.TryAdd(names[place], place))
                problems.Add(Refusal.Of(line, names[place], "header-column-repeated", "stands twice in the header"));
        }
        foreach (var missing in shape.Required.Where(column => !columns.ContainsKey(column)))
            problems.Add(Refusal.Of(line, missing, "header-column-missing", "is not in the header"));
        problems.ThrowIfAny();
        return new(shape, columns);
    }

    private static string Shown(string name) => name.Length <= 40 ? name : $"{name[..40]}…";
}
