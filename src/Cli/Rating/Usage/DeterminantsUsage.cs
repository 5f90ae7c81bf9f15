using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Rating;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Billing determinants by period, such as those of a printed bill.</summary>
internal sealed class DeterminantsUsage : IUsageReader
{
    private const string Total = "total";
    private const string Most = "max";

    private static readonly ImmutableSortedDictionary<string, DeterminantQuantity> None =
        ImmutableSortedDictionary.Create<string, DeterminantQuantity>(StringComparer.Ordinal);

    public string Name => "determinants";

    public bool Recognises(UsageHead head) =>
        head.IsJson && (head.Text.Contains("\"periods\"", StringComparison.Ordinal)
            || (head.IsList && head.Text.Contains("\"quantities\"", StringComparison.Ordinal)));

    public async Task<GivenUsage> Read(Stream file, UsageContext context, CancellationToken cancellation)
    {
        using var document = await JsonDocument.ParseAsync(
            file, new JsonDocumentOptions { AllowDuplicateProperties = false }, cancellation);
        var root = new JsonPlace(document.RootElement, "", []);
        var list = root.IsList ? root : root.Members("periods")["periods"];
        var periods = list.Items().Select(PeriodOf).OfType<DeterminantPeriod>().ToList();
        if (root.Errors.Count == 0 && periods.Count == 0)
            root.Fault("usage-empty", "There is no period.");
        if (root.Errors.Count > 0)
            throw UnratableException.Usage(root.Errors);
        return new GivenUsage
        {
            Determinants = new DeterminantUsage([.. periods]),
            Covered = new Period(
                periods.Min(static period => period.Days.From), periods.Max(static period => period.Days.Until)),
        };
    }

    private static DeterminantPeriod? PeriodOf(JsonPlace node)
    {
        var members = node.Members("from", "to", "quantities", "demand");
        var (from, until) = (members["from"].Day(), members["to"].Day());
        var quantities = Of(members["quantities"], Total);
        var demands = Of(members["demand"], Most);
        if (from is not { } first || until is not { } end)
            return null;
        if (first < end)
            return new DeterminantPeriod(new Period(first, end), quantities, demands);
        node.Fault("period-invalid", $"{first:uuuu-MM-dd} is not before {end:uuuu-MM-dd}.");
        return null;
    }

    private static ImmutableSortedDictionary<string, DeterminantQuantity> Of(JsonPlace node, string whole) =>
        node.IsNull
            ? None
            : None.AddRange(Given(node).Select(entry =>
                KeyValuePair.Create(entry.Name, QuantityOf(entry.Node, whole))));

    // What is null is not given, as whoever writes a table has it.
    private static IEnumerable<(string Name, JsonPlace Node)> Given(JsonPlace node) =>
        node.All().Where(static member => !member.Node.IsNull);

    private static DeterminantQuantity QuantityOf(JsonPlace node, string whole)
    {
        if (!node.IsObject)
            return DeterminantQuantity.Of(node.Number());
        var parts = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        foreach (var (name, value) in Given(node))
            parts[name] = value.Number();
        var quantity = parts.Remove(whole, out var total) ? total : (decimal?)null;
        return new DeterminantQuantity(quantity, parts.ToImmutable());
    }
}
