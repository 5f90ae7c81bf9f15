using System.Globalization;

namespace BillingActors.Domain.Tests.Books;

/// <summary>How often random lives came to an event or a refusal.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;

    public void Add(Tally other)
    {
        foreach (var (name, count) in other._counts)
            _counts[name] = _counts.GetValueOrDefault(name) + count;
    }

    public int Of(string name) => _counts.GetValueOrDefault(name);

    /// <summary>What was never reached.</summary>
    public IEnumerable<string> Missing(IEnumerable<string> wanted) => wanted.Where(name => Of(name) == 0);

    /// <summary>What was wanted with how often it came, seldom ones first.</summary>
    public string ToText(IEnumerable<string> wanted) => string.Join('\n', wanted.OrderBy(Of)
        .ThenBy(name => name, StringComparer.Ordinal)
        .Select(name => string.Create(CultureInfo.InvariantCulture, $"{Of(name),8} {name}")));
}
