using System.Collections.Immutable;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.State;

/// <summary>The state as one rating changes it.</summary>
internal sealed class StateDraft(RatingState before)
{
    private RatingState _state = before;

    /// <summary>What the next rating starts from.</summary>
    public RatingState After => _state;

    /// <summary>The count of a charge in a window; zero where nothing was counted yet.</summary>
    public decimal CountOf(string charge, string key, Period window) => _state.Counters
        .Where(counter => counter.Charge == charge && counter.Key == key && counter.Window == window)
        .Sum(counter => counter.Quantity);

    /// <summary>Sets the count of a charge in a window; windows that ended before it are closed.</summary>
    public void SetCount(string charge, string key, Period window, decimal quantity)
    {
        var kept = _state.Counters.RemoveAll(counter => counter.Charge == charge && counter.Key == key
            && (counter.Window == window || counter.Window.Until <= window.From));
        _state = _state with { Counters = kept.Add(new WindowCounter(charge, key, window, quantity)) };
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
}
