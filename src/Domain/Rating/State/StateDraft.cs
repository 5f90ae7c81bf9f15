using System.Collections.Immutable;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.State;

/// <summary>The state as one rating changes it.</summary>
internal sealed class StateDraft(RatingState before)
{
    private RatingState _state = before;
    private List<WindowCounter>? _counted;

    /// <summary>What the next rating starts from, without the windows that newer ones closed.</summary>
    public RatingState After => _counted is null
        ? _state
        : _state with { Counters = _state.Counters.RemoveAll(IsClosed) };

    /// <summary>The count of a charge in a window; zero where nothing was counted yet.</summary>
    public decimal CountOf(string charge, string key, Period window) => _state.Counters
        .Where(counter => counter.Charge == charge && counter.Key == key && counter.Window == window)
        .Sum(counter => counter.Quantity);

    /// <summary>
    /// Sets the count of a charge in a window. Windows that ended before it are closed with the bill: charges that
    /// count together have still to come to the end of an old year after the first of them has begun the new one.
    /// </summary>
    public void SetCount(string charge, string key, Period window, decimal quantity)
    {
        var kept = _state.Counters.RemoveAll(counter =>
            counter.Charge == charge && counter.Key == key && counter.Window == window);
        var counted = new WindowCounter(charge, key, window, quantity);
        (_counted ??= []).Add(counted);
        _state = _state with { Counters = kept.Add(counted) };
    }

    /// <summary>What a charge has in the bank of a period, oldest first.</summary>
    public ImmutableArray<EnergyBank> BanksOf(string charge, string? timeOfUse) =>
    [
        .. _state.Banks.Where(bank => bank.Charge == charge && bank.TimeOfUse == timeOfUse)
            .OrderBy(bank => bank.Since),
    ];

    /// <summary>Sets the bank of a period; what is used up is left out.</summary>
    public void SetBanks(string charge, string? timeOfUse, IEnumerable<EnergyBank> banks)
    {
        var others = _state.Banks.RemoveAll(bank => bank.Charge == charge && bank.TimeOfUse == timeOfUse);
        _state = _state with { Banks = others.AddRange(banks.Where(bank => bank.Quantity > 0m)) };
    }

    /// <summary>Puts away what was earned from a day on.</summary>
    public void AddToBank(string charge, string? timeOfUse, string unit, (decimal Quantity, LocalDate Since) earned)
    {
        if (earned.Quantity > 0m)
        {
            var bank = new EnergyBank(charge, timeOfUse, unit, earned.Quantity, earned.Since);
            SetBanks(charge, timeOfUse, BanksOf(charge, timeOfUse).Add(bank));
        }
    }

    private bool IsClosed(WindowCounter counter) => _counted!.Exists(later =>
        later.Charge == counter.Charge && later.Key == counter.Key && counter.Window.Until <= later.Window.From);
}
