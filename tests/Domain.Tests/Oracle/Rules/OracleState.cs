using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>What the oracle remembers from bill to bill, in its own words.</summary>
internal sealed class OracleState
{
    /// <summary>Demands by charge, first and end day of the bill and period.</summary>
    public Dictionary<(string Charge, DaySpan Days, string? Period), Rational> Peaks { get; } = [];

    /// <summary>Demands in events by charge, day and minute of the day.</summary>
    public Dictionary<(string Charge, int Day, int Minute), Rational> Events { get; } = [];

    /// <summary>Credits by charge and period, the oldest first.</summary>
    public Dictionary<(string Charge, string Period), List<(int Since, Rational Quantity)>> Banks { get; } = [];

    /// <summary>Counters by charge, key and first day of the window.</summary>
    public Dictionary<(string Charge, string Key, int From), Rational> Counters { get; } = [];

    /// <summary>What is left of money paid in advance, by bucket.</summary>
    public Dictionary<string, Rational> Credit { get; } = new(StringComparer.Ordinal);

    public List<(int Since, Rational Quantity)> BankOf(string charge, string? period)
    {
        if (!Banks.TryGetValue((charge, period ?? ""), out var bank))
            Banks[(charge, period ?? "")] = bank = [];
        return bank;
    }
}
