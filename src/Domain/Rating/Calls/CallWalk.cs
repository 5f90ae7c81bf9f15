using BillingActors.Domain.Rating.Calls.Buckets;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using NodaTime;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>
/// Walks through one call, increment by increment but in whole runs of them: each is priced by the moment at which it
/// begins, is taken from the first allowance that has room for it, or else costs money.
/// </summary>
internal sealed partial class CallWalk(CallRules rules, CallClock clock, BucketWallet wallet)
{
    // Shorter than any increment, to find the price of the last moment of a call.
    private const decimal Moment = 0.000001m;

    private readonly List<CallPart> _parts = [];
    private CallCase _call;
    private CallRate? _first;
    private decimal _factor;
    private decimal _before;
    private decimal _total;
    private decimal _end;
    private decimal _position;
    private decimal _covered;
    private decimal _lastMoment;
    private CallFill _fill;
    private int _lastPeriod;
    private decimal _exact;
    private decimal _least;
    private bool _isConnectDue;
    private bool _costsMoney;
    private bool _isRestFree;
    private decimal? _endsAfter;
    private string? _zone;
    private int _startPeriod;

    /// <summary>What the session has come to; null where the record has none.</summary>
    public CallSession? Session { get; private set; }

    /// <summary>The rated call, or the code and sentence of why there is none; the wallet keeps the drawn.</summary>
    public RatedCall? Rate(in CallCase call, out (string Code, string Detail) problem)
    {
        Begin(call);
        problem = default;
        _startPeriod = PeriodAt(_position, out _);
        if (!FindZoneRate())
        {
            problem = ("unpriced-call", $"No rate is for such a call to {call.Group.Name}.");
            return null;
        }
        if (_total == 0m && _first!.Attempt is { } attempt)
        {
            AddAttempt(attempt);
            return Finish(out problem);
        }
        // Where the session goes on, the next record makes up for it.
        if (_total < _first!.FreeIfShorterThan)
            return Finish(out problem);
        if (_total == 0m && rules.ZeroDuration == ZeroDuration.Increment)
            _end = _first.Steps[0].Increment;
        if (IsWhole)
        {
            TakeFillBack();
            FillLastIncrement();
        }
        while (_position < _end && _endsAfter is null && !_isRestFree)
        {
            if (Take() is { } refused)
            {
                problem = refused;
                return null;
            }
        }
        if (_isConnectDue && (_total > 0 || rules.ZeroDuration != ZeroDuration.Free))
            AddConnect(_first!);
        return Finish(out problem);
    }

    private void Begin(in CallCase call)
    {
        _call = call;
        _parts.Clear();
        _first = null;
        _before = call.Before?.Elapsed ?? 0m;
        _position = call.Before?.Rated ?? 0m;
        _covered = call.Before?.Covered ?? 0m;
        _end = _total = _before + call.Record.Quantity;
        _exact = 0m;
        _least = call.Before?.Least ?? 0m;
        _costsMoney = call.Before is { Charged: > 0 };
        (_endsAfter, _isRestFree) = (null, false);
        _lastMoment = IsWhole ? decimal.Max(0m, _total - Moment) : decimal.MaxValue;
        _isConnectDue = call.Session is { } session ? !session.IsConnected : !call.Record.IsContinuation;
        (_zone, _factor) = (call.Zone?.Name, 1m);
        _fill = CallFill.Of(call.Before, call.Group.Name);
    }

    private bool HasHours => _call.Charge.Calendar is not null && rules.Split == SplitRule.AtBoundary;

    // A zone without a rate of its own has the rate at home, marked up.
    private bool FindZoneRate()
    {
        var index = RateIndex(_startPeriod);
        if (index == CallPlan.NoRate && _call.Zone is { MarkUpPercent: { } percent })
        {
            (_zone, _factor) = (null, 1m + (percent / 100m));
            index = RateIndex(_startPeriod);
        }
        _first = index == CallPlan.NoRate ? null : _call.Plan.Rates[index];
        return _first is not null;
    }

    private int RateIndex(int period) =>
        _call.Plan.RateOf(_call.Destination, _call.Record.Direction, _zone, NameOf(period));

    private string? NameOf(int period) => period < 0 ? null : _call.Charge.Calendar!.Periods[period];

    // Seconds have hours; data and messages are priced by the moment they begin.
    private int PeriodAt(decimal position, out decimal end)
    {
        end = decimal.MaxValue;
        if (_call.Charge.Calendar is not { } calendar)
            return -1;
        if (_call.Plan.Unit.Measure != CallUnit.Second)
            return clock.PeriodAt(_call.Record.Start, calendar).Period;
        var at = InstantAt(position);
        var (period, until) = clock.PeriodAt(at, calendar);
        end = position + CallClock.Seconds(at, until);
        return period;
    }

    private Instant InstantAt(decimal position) => CallClock.After(_call.Record.Start, position - _before);

    private (string Code, string Detail)? Take()
    {
        var (period, end) = HoursAt(_position);
        var index = RateIndex(period);
        if (index == CallPlan.NoRate)
            return ("unpriced-call", $"A call to {_call.Group.Name} runs into hours without a rate.");
        var run = RunOf(index, period, (end, StepsOffset));
        if (TakeUnits(run))
            return null;
        // The steps of money may pass over what allowances covered.
        var isPaid = rules.StepsFrom == StepsFrom.Paid && _covered > 0m;
        return TakeMoney(isPaid ? RunOf(index, period, (end, _covered)) : run);
    }

    private (int Period, decimal End) HoursAt(decimal position)
    {
        if (!HasHours)
            return (_startPeriod, _end);
        if (position > _lastMoment)
            return (_lastPeriod, _end);
        var period = PeriodAt(position, out var boundary);
        return (period, boundary > _lastMoment ? _end : PeriodEnd(period, boundary));
    }

    private CallRun RunOf(int index, int period, (decimal End, decimal Offset) at)
    {
        var rate = _call.Plan.Rates[index];
        var step = rate.StepAt(decimal.Min(_position, _lastMoment) - at.Offset);
        var last = rate.EndOf(step);
        if (last < decimal.MaxValue)
            last += at.Offset;
        if (last > _lastMoment)
            last = decimal.MaxValue;
        return new CallRun(index, rate, step, NameOf(period), decimal.Min(at.End, last));
    }

    private bool TakeUnits(CallRun run)
    {
        var end = run.End;
        foreach (var draw in wallet.Units)
        {
            if (!IsInHours(draw, ref end))
                continue;
            if (draw.IsPerCall ? TakeCall(draw, run) : TakeIncrements(draw, run with { End = end }))
                return true;
        }
        return false;
    }

    private bool TakeCall(in BucketDraw draw, in CallRun run)
    {
        if (_call.Record.IsContinuation || _position > 0 || draw.Holding.Left < 1m)
            return false;
        Draw(draw, run, (Quantity: 1m, Increments: 1m));
        _position = _end;
        return true;
    }

    private bool TakeIncrements(in BucketDraw draw, in CallRun run)
    {
        var increment = draw.Rule.Increment ?? IncrementOf(run, run.End);
        var room = decimal.Floor(draw.Holding.Left / increment);
        var billed = BilledOf(run, increment, run.End);
        if (room >= 1m && billed == 0m)
            return PassOver(run.End);
        var count = decimal.Min(decimal.Min(room, billed), decimal.Ceiling((run.End - _position) / increment));
        var quantity = count * increment;
        if (count < 1m)
        {
            if (rules.BucketEnd != BucketEnd.Split || draw.Holding.Left <= 0 || billed == 0m)
                return false;
            (count, quantity) = (1m, draw.Holding.Left);
        }
        Draw(draw, run, (quantity, count));
        Advance(quantity, run.End);
        _covered += quantity;
        return true;
    }

    private decimal Counted(CallStep step, decimal increments) => CallIncrements.Counted(step, increments, rules);

    private void Draw(in BucketDraw draw, in CallRun run, (decimal Quantity, decimal Increments) taken)
    {
        if (_isConnectDue && !draw.Rule.CoversConnect)
            AddConnect(run.Rate);
        _isConnectDue = false;
        _fill.Clear();
        wallet.Take(draw.Holding, taken.Quantity);
        _parts.Add(new CallPart(
            CallPartKind.Bucket, draw.Rule.Id, taken.Quantity, taken.Increments, 0m, 0m)
        {
            Step = run.Number + 1,
            TimeOfUse = run.Period,
            Rate = run.Index,
        });
    }

    private (string Code, string Detail)? TakeMoney(in CallRun run)
    {
        var end = EndOfMoney(run);
        var increment = IncrementOf(run, end);
        var billed = BilledOf(run, increment, end);
        if (billed == 0m)
        {
            PassOver(end);
            return null;
        }
        foreach (var draw in wallet.Units)
        {
            var hours = run.End;
            if (draw.Rule.IsStrict && IsInHours(draw, ref hours))
                return ("allowance-exhausted", $"Allowance {draw.Rule.Id} does not cover the call.");
        }
        if (_isConnectDue)
            AddConnect(run.Rate);
        _costsMoney = true;
        var price = run.Step.Price * _factor;
        var count = decimal.Min(billed, decimal.Ceiling((end - _position) / increment));
        count = Affordable(increment, count, PriceOf(increment, price));
        var quantity = count * increment;
        var amount = AmountOf(quantity, increment, price);
        if (count == 0m)
            return null;
        _least = decimal.Max(_least, run.Rate.Least);
        if (IsWhole && _position >= _total)
            _fill.Add(quantity, price);
        Advance(quantity, end);
        _exact += amount;
        _parts.Add(new CallPart(CallPartKind.Use, "", quantity, count, price, amount)
        {
            Step = run.Number + 1,
            TimeOfUse = run.Period,
            Rate = run.Index,
        });
        return null;
    }

    // The hours of an allowance may begin before the price changes; what fills the call is a part of its own.
    private decimal EndOfMoney(in CallRun run)
    {
        var end = IsWhole && _position < _total ? decimal.Min(run.End, _total) : run.End;
        foreach (var draw in wallet.Units)
        {
            if (draw.Holding.Left > 0)
                IsInHours(draw, ref end);
        }
        return end;
    }

    private decimal PriceOf(decimal increment, decimal price) =>
        CallIncrements.PriceOf(increment, price, _call.Plan, rules);

    private decimal AmountOf(decimal quantity, decimal increment, decimal price) =>
        CallIncrements.AmountOf(quantity, increment, price, (_call.Plan, rules));

    private decimal Affordable(decimal increment, decimal count, decimal price)
    {
        if (_first is not { Most: { } most, BeyondMost: BeyondMost.Disconnect } || price <= 0)
            return count;
        var left = most - _exact - (_call.Before?.Exact ?? 0m);
        var affordable = decimal.Max(0m, decimal.Floor(Primitives.Rounding.WithoutNoise(left / price)));
        if (count <= affordable)
            return count;
        _endsAfter = _position + (affordable * increment);
        return affordable;
    }

    private void AddConnect(CallRate rate)
    {
        _isConnectDue = false;
        var connect = rate.Connect * _factor;
        if (connect == 0m)
            return;
        _exact += connect;
        _costsMoney = true;
        _least = decimal.Max(_least, rate.Least);
        _parts.Add(new CallPart(CallPartKind.Connect, "", 1m, 1m, connect, connect));
    }

    // A later record of the session pays for its connection all the same.
    private void AddAttempt(decimal attempt)
    {
        var price = attempt * _factor;
        if (_call.Before is not null || price == 0m)
            return;
        _exact += price;
        _parts.Add(new CallPart(CallPartKind.Connect, "", 1m, 1m, price, price));
    }

    private RatedCall? Finish(out (string Code, string Detail) problem)
    {
        problem = default;
        var charged = _call.Before?.Charged ?? 0m;
        var exact = _exact + (_call.Before?.Exact ?? 0m);
        var least = !_costsMoney ? 0m : rules.Least == LeastOf.Highest ? _least : _first!.Least;
        var target = CallLimits.Apply(_first!, rules, (exact, least), out var reason);
        var amount = target - charged;
        // What was rounded or limited in the records before is made up for here, even if nothing is now.
        if (reason.Length == 0 && _call.Before is { } before && before.Exact != before.Charged)
            reason = "session";
        if (reason.Length > 0 && Primitives.Rounding.WithoutNoise(amount - _exact) != 0m)
            _parts.Add(new CallPart(CallPartKind.Adjustment, reason, 0m, 0m, 0m, amount - _exact));
        if (!wallet.Pay(amount, _parts))
        {
            problem = ("allowance-exhausted", "The credit does not cover the call.");
            return null;
        }
        Session = _call.Record.Session is { } session ? SessionOf(session, exact, target) : null;
        return new RatedCall(
            _call.Record.Id, _call.Charge.Charge.Head.Code, _call.Group.Name, amount, [.. _parts])
        {
            EndsAfter = _endsAfter,
            Zone = _call.Zone?.Name,
            Direction = _call.Record.Direction,
            TariffVersion = _call.Piece.Reference,
            Place = new CallPlace(
                _call.Piece.Index, _call.Charge.Index, _call.Destination, ZoneIndex(),
                _call.Record.Direction, NameOf(_startPeriod)),
        };
    }

    private int ZoneIndex() => _call.Zone is { } zone ? _call.Plan.Zones.IndexOf(zone) : -1;

    private CallSession SessionOf(string session, decimal exact, decimal charged) => new(
        session, _call.Record.Event, _call.Record.Subscriber, _call.Record.Start,
        !_isConnectDue, _total, _position, exact, charged)
    {
        Covered = rules.StepsFrom == StepsFrom.Paid ? _covered : 0m,
        Filled = _fill.Quantity,
        FilledPrice = _fill.Price,
        Destination = IsByDestination ? _call.Group.Name : null,
        DestinationFrom = IsByDestination ? _fill.From : 0m,
        Earlier = IsByDestination && !_fill.Earlier.IsEmpty ? _fill.Earlier : null,
        Least = rules.Least == LeastOf.Highest ? _least : 0m,
    };
}
