using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Rating.Calls;

/// <content>Calls of several prices, or sessions of several records, that are brought to increments once.</content>
internal sealed partial class CallWalk
{
    private bool IsWhole => rules.Increments == IncrementsOf.WholeCall;

    private bool IsByDestination => IsWhole || rules.StepsFrom == StepsFrom.Destination;

    // Steps may begin anew where a session comes to a destination, and go on where it comes back.
    private decimal StepsOffset => rules.StepsFrom == StepsFrom.Destination ? _fill.From : 0m;

    // A session is filled once, where it ends; what the record before was filled by is used, or not billed.
    private void TakeFillBack()
    {
        var (quantity, price) = (_fill.Quantity, _fill.Price);
        _fill.Clear();
        if (quantity == 0m)
            return;
        var unit = CallIncrements.UnitOf(quantity);
        var amount = AmountOf(quantity, unit, price);
        _position -= quantity;
        _exact -= amount;
        _parts.Add(new CallPart(CallPartKind.Use, "", -quantity, -quantity / unit, price, -amount)
        {
            Step = 1,
            TimeOfUse = NameOf(_startPeriod),
            Rate = RateIndex(_startPeriod),
        });
    }

    // What is missing to whole increments has the price of the last moment; that there is none is found on the way.
    private void FillLastIncrement()
    {
        _lastPeriod = HasHours ? PeriodAt(_lastMoment, out _) : _startPeriod;
        var index = RateIndex(_lastPeriod);
        if (index == CallPlan.NoRate)
            return;
        var rate = _call.Plan.Rates[index];
        var step = rate.Steps[rate.StepAt(_lastMoment - StepsOffset)];
        _position = decimal.Max(_position, _fill.From);
        _end = _fill.From + (Counted(step, (_end - _fill.From) / step.Increment) * step.Increment);
    }

    // In a call that is filled as a whole each price has what is used at it: by the second, or at once where it ends
    // inside one.
    private decimal IncrementOf(in CallRun run, decimal end) =>
        IsWhole ? CallIncrements.UnitOf(end - _position) : run.Step.Increment;
}
