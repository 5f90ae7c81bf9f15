using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>
/// Calls to one destination that cost their connection and their increments and nothing else: no hours, allowances,
/// sessions, limits or roundings. They are counted in integers and priced once for the line.
/// </summary>
internal sealed class PlainCalls
{
    // Far below what a sum of 64 bits holds.
    private const long QuantityMax = 1_000_000_000_000;

    private readonly CallRate? _rate;
    private readonly (long Until, long Increment)[] _steps;
    private readonly long[] _quantities;
    private long _count;

    private PlainCalls() => (_steps, _quantities) = ([], []);

    private PlainCalls(CallRate rate)
    {
        _rate = rate;
        _steps = new (long Until, long Increment)[rate.Steps.Length];
        for (var i = 0; i < _steps.Length; i++)
        {
            var end = rate.EndOf(i);
            _steps[i] = (end == decimal.MaxValue ? long.MaxValue : (long)end, (long)rate.Steps[i].Increment);
        }
        _quantities = new long[_steps.Length];
    }

    /// <summary>Of calls that ask for more than counting.</summary>
    public static PlainCalls None { get; } = new();

    /// <summary>Those of a rate; none where it or the rules ask for more than counting.</summary>
    public static PlainCalls Of(CallRate rate, CallRules rules)
    {
        var isPlain = rate is { Connect: >= 0m, Least: <= 0m, Most: null, Rounding: null, FreeIfShorterThan: <= 0m }
            && rules is { OfCall: null, OfIncrement: null, Lines: CallLineRule.ByCall }
            && rules.Increments == IncrementsOf.EachPrice;
        // A credit is held to nothing by the least a call costs.
        var isCounted = rate.Steps[0].From == 0m && rate.Steps.All(step => step.Price >= 0m
            && step.Increment > 0m && IsWhole(step.From) && IsWhole(step.Increment)
            && (step.Durations ?? rules.Durations) == DurationRounding.Up);
        return isPlain && isCounted ? new PlainCalls(rate) : None;
    }

    /// <summary>Counts a call; false where its quantity is none that is counted here.</summary>
    public bool Count(decimal quantity)
    {
        if (_rate is null || !IsCountable(quantity, out var left))
            return false;
        var position = 0L;
        for (var i = 0; position < left; i++)
        {
            var (until, increment) = _steps[i];
            var length = Math.Min(left, until) - position;
            if (length <= 0)
                continue;
            var taken = increment == 1 ? length : (length + increment - 1) / increment * increment;
            _quantities[i] += taken;
            position += taken;
        }
        _count++;
        return true;
    }

    /// <summary>Whether there is anything to add to a line.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Adds what was counted to its line.</summary>
    public void AddTo(LineSum sum)
    {
        if (_rate is null)
            return;
        sum.Count += (int)_count;
        for (var i = 0; i < _quantities.Length; i++)
        {
            if (_quantities[i] > 0)
                sum.AddUse(_rate.Steps[i].Price, _quantities[i]);
        }
        sum.AddAmount(_rate.Connect * _count);
    }

    // Nearly all quantities are small integers, whose bits are read at once.
    private static bool IsCountable(decimal quantity, out long whole)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(quantity, bits);
        whole = bits[0];
        if ((bits[1] | bits[2] | bits[3]) == 0 && whole > 0)
            return true;
        if (quantity <= 0m || !IsWhole(quantity))
            return false;
        whole = (long)quantity;
        return true;
    }

    private static bool IsWhole(decimal number) =>
        (number.Scale == 0 || decimal.IsInteger(number)) && number is > -QuantityMax and < QuantityMax;
}
