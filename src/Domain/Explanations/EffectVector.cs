using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Explanations;

/// <summary>An exact amount for each cause.</summary>
internal sealed class EffectVector
{
    // Below a millionth of a unit it is what divisions left, not a cause.
    private const decimal Dust = 0.000001m;

    private static readonly int Count = Enum.GetValues<BillEffect>().Length;

    private readonly ImmutableArray<decimal> _amounts;

    private EffectVector(ImmutableArray<decimal> amounts) => _amounts = amounts;

    /// <summary>No cause has an amount.</summary>
    public static EffectVector Zero { get; } = new([.. new decimal[Count]]);

    /// <summary>All causes together.</summary>
    public decimal Sum => _amounts.Sum();

    /// <summary>One cause alone.</summary>
    public static EffectVector Of(BillEffect effect, decimal amount) => Zero.Plus(effect, amount);

    /// <summary>With more of one cause.</summary>
    public EffectVector Plus(BillEffect effect, decimal amount) =>
        new(_amounts.SetItem((int)effect, _amounts[(int)effect] + amount));

    /// <summary>Cause by cause.</summary>
    public EffectVector Plus(EffectVector other) => new([.. _amounts.Zip(other._amounts, static (a, b) => a + b)]);

    /// <summary>Every cause times a factor.</summary>
    public EffectVector Times(decimal factor) => new([.. _amounts.Select(amount => amount * factor)]);

    /// <summary>
    /// Whole minor units that sum to the difference of the rounded amounts: each cause is cut down, and what is left
    /// goes to the largest remainders. Only causes there are take part; where there are none, the price does.
    /// </summary>
    public long[] InMinor(long difference, Currency currency)
    {
        var exact = _amounts.Select(amount => decimal.Abs(amount) < Dust ? 0m : amount * currency.Scale).ToArray();
        var minor = exact.Select(static amount => decimal.ToInt64(decimal.Floor(amount))).ToArray();
        var left = difference - minor.Sum();
        List<int> sharing = [.. Enumerable.Range(0, Count).Where(i => exact[i] != 0m)];
        if (sharing.Count == 0)
            sharing.Add((int)BillEffect.Price);
        int[] order = [.. sharing.OrderByDescending(i => exact[i] - minor[i]).ThenBy(static i => i)];
        if (left < 0)
            Array.Reverse(order);
        // Once around for each whole round, then one each in order.
        var (rounds, rest) = Math.DivRem(Math.Abs(left), order.Length);
        for (var i = 0; i < order.Length; i++)
            minor[order[i]] += Math.Sign(left) * (rounds + (i < rest ? 1 : 0));
        return minor;
    }
}
