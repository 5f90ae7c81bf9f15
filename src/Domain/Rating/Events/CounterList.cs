using System.Collections.Immutable;
using BillingActors.Domain.Rating.State;
using NodaTime;

namespace BillingActors.Domain.Rating.Events;

/// <summary>The counters of open windows while a bill is rated: read as they were, written for the next.</summary>
internal sealed class CounterList(ImmutableArray<WindowCounter> counters)
{
    private ImmutableArray<WindowCounter> _counters = [.. counters];
    private HashSet<(string Charge, string Key)>? _touched;

    /// <summary>Key of the pseudonyms in the names of counters.</summary>
    public string StateKey { get; init; } = "";

    /// <summary>What a counter that ends, exclusively, on the day came to; null where there is none.</summary>
    public decimal? At(string charge, string key, LocalDate until) =>
        counters.FirstOrDefault(counter => counter.Charge == charge && counter.Key == key
            && counter.Window.Until == until)?.Quantity;

    /// <summary>The counters of a kind that end, exclusively, on the day, as they were.</summary>
    public IEnumerable<WindowCounter> EndingOn(string charge, string kind, LocalDate until) =>
        counters.Where(counter => counter.Charge == charge && counter.Window.Until == until
            && counter.Key.StartsWith(kind, StringComparison.Ordinal));

    /// <summary>The counter, or null.</summary>
    public WindowCounter? Find(string charge, string key) =>
        _counters.FirstOrDefault(counter => counter.Charge == charge && counter.Key == key);

    /// <summary>Sets a counter; one with the charge and the key is kept.</summary>
    public void Set(WindowCounter counter)
    {
        Drop(counter.Charge, counter.Key);
        _counters = _counters.Add(counter);
    }

    /// <summary>Forgets a counter.</summary>
    public void Drop(string charge, string key)
    {
        (_touched ??= []).Add((charge, key));
        _counters = _counters.RemoveAll(known => known.Charge == charge && known.Key == key);
    }

    /// <summary>Counters that others changed meanwhile, with those that were set or dropped here.</summary>
    public ImmutableArray<WindowCounter> Over(ImmutableArray<WindowCounter> others) => _touched is not { } touched
        ? others
        :
    [
        .. others.Where(counter => !touched.Contains((counter.Charge, counter.Key))),
        .. ToImmutable().Where(counter => touched.Contains((counter.Charge, counter.Key))),
    ];

    /// <summary>The counters in one order, whatever the order they were set in.</summary>
    public ImmutableArray<WindowCounter> ToImmutable() =>
    [
        .. _counters.OrderBy(counter => counter.Charge, StringComparer.Ordinal)
            .ThenBy(counter => counter.Key, StringComparer.Ordinal),
    ];
}
