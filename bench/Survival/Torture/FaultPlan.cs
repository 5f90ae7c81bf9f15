using BillingActors.Survival.Faults;

namespace BillingActors.Survival.Torture;

/// <summary>Which fault comes when: rounds of all wanted kinds in random order, the same for the same seed.</summary>
internal sealed class FaultPlan
{
    private readonly Random _dice;
    private readonly IFault[] _faults;
    private readonly Queue<IFault> _round = new();

    /// <summary>A plan of the kinds that are wanted and possible.</summary>
    public FaultPlan(TortureOptions options, Arena arena)
    {
        _dice = new Random(options.Seed);
        var wanted = FaultCatalogue.All(_dice)
            .Where(fault => options.Faults.Count == 0 || options.Faults.Contains(fault.Name, StringComparer.Ordinal))
            .ToLookup(fault => fault.Obstacle(arena) is null);
        _faults = [.. wanted[true]];
        Obstacles = [.. wanted[false].Select(fault => $"{fault.Name}: {fault.Obstacle(arena)}")];
        if (options.EarlierPrograms is not null)
            _round.Enqueue(new RollingUpgrade());
        if (_faults.Length == 0)
            throw new InvalidOperationException("No fault that is wanted is possible here.");
    }

    /// <summary>Kinds that cannot be done here, with the reason.</summary>
    public IReadOnlyList<string> Obstacles { get; }

    /// <summary>The next fault.</summary>
    public IFault Next()
    {
        if (_round.Count == 0)
        {
            var order = _faults.ToArray();
            _dice.Shuffle(order);
            foreach (var fault in order)
                _round.Enqueue(fault);
        }
        return _round.Dequeue();
    }
}
