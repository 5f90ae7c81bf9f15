using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules.Calls;

/// <summary>One call, priced one increment after the other.</summary>
internal sealed class OracleCall
{
    private readonly OracleContext _context;
    private readonly CallRecord _record;
    private readonly CallPlan _plan;
    private readonly OracleCall? _before;
    private readonly long _start;
    private readonly HourPlan? _hours;
    private readonly Dictionary<(int Rate, int Step, string? Period, string Bucket), (long Quantity, Rational Amount)>
        _uses = [];
    private readonly List<OracleCallPart> _others = [];
    private readonly Dictionary<(string? Zone, string? Period), int> _rates = [];
    private string? _zone;
    private Rational _factor = 1;
    private Rational _exact;
    private Rational _charged;
    private long _position;
    private long _end;
    private long _covered;
    private bool _isConnectDue;
    private bool _costsMoney;
    private long _filled;
    private Rational _fillPrice;
    private long _from;
    private Rational _least;
    private long _partEnd;
    private long _periodEnd;

    public OracleCall(
        OracleContext context, (CallRecord Record, long Seconds) call, Charge.Calls charge,
        (int From, TariffVersion Version) piece, OracleCall? session)
    {
        (_context, _record, _start, _plan) = (context, call.Record, call.Seconds, charge.Plan);
        (Charge, Piece, Version) = (charge, piece.From, piece.Version);
        _before = _record.IsContinuation ? session : null;
        _isConnectDue = session is null ? !_record.IsContinuation : session._isConnectDue;
        _hours = charge.Plan.Calendar is { } id
            ? HourPlan.Of(piece.Version.Calendars.First(calendar => calendar.Id == id))
            : null;
        Destination = LongestPrefix();
        ZoneIndex = _record.Network is { } network
            ? _plan.Zones.IndexOf(_plan.Zones.First(zone => zone.Networks.Contains(network)))
            : -1;
    }

    public Charge.Calls Charge { get; }

    public int Piece { get; }

    public TariffVersion Version { get; }

    public int Destination { get; }

    public int ZoneIndex { get; }

    public bool IsIncoming => _record.Direction == CallDirection.In;

    public bool IsPremium => _plan.Destinations[Destination].IsPremium;

    public string GroupName => _plan.Destinations[Destination].Name;

    public CallUnit Unit => _plan.Unit;

    public long Start => _start;

    public string? StartPeriod { get; private set; }

    public List<BucketRule> Allowances { get; private set; } = [];

    public IEnumerable<OracleCallPart> Parts => _uses.Select(static use => new OracleCallPart(
        use.Key.Bucket.Length > 0 ? CallPartKind.Bucket : CallPartKind.Use, use.Value.Quantity, use.Value.Amount)
    {
        Rate = use.Key.Rate,
        Step = use.Key.Step,
        Period = use.Key.Period,
        Bucket = use.Key.Bucket,
    }).Concat(_others);

    private long Elapsed => (_before?.Elapsed ?? 0) + (long)_record.Quantity;

    private bool IsTimed => _plan.Unit.Measure == CallUnit.Second;

    public void Rate(OracleBuckets buckets)
    {
        (_position, _costsMoney) = (_before?._position ?? 0, _before is { _charged.Sign: > 0 });
        _covered = _before?._covered ?? 0;
        (StartPeriod, Allowances) = (PeriodAt(_position), buckets.Open(this));
        var first = FirstRate();
        var rate = _plan.Rates[first];
        (_filled, _fillPrice) = (_before?._filled ?? 0, _before?._fillPrice ?? 0);
        _least = _before?._least ?? 0;
        _from = _before is null ? 0 : _before.Elapsed - _before.UsedAt(GroupName);
        if (Elapsed == 0 && rate.Attempt is { } attempt)
        {
            Attempt(attempt);
            Finish(rate, buckets);
            return;
        }
        // What a session goes on with makes up for what was free before.
        var isFree = Elapsed < rate.FreeIfShorterThan;
        var isOpen = !isFree;
        var ofNothing = _context.Word("zero-duration", "free");
        _end = Elapsed == 0 && ofNothing == "increment" ? (long)rate.Steps[0].Increment : Elapsed;
        if (IsWhole && !isFree)
            FillAtTheEnd(first);
        while (_position < _end && isOpen)
            isOpen = TakeIncrement(buckets, first);
        if (!isFree && _isConnectDue && (Elapsed > 0 || ofNothing != "free"))
            Connect(rate);
        Finish(rate, buckets);
    }

    private int FirstRate()
    {
        _zone = ZoneIndex < 0 ? null : _plan.Zones[ZoneIndex].Name;
        var found = RateOf(StartPeriod);
        if (found < 0)
        {
            _factor = 1 + ((Rational)_plan.Zones[ZoneIndex].MarkUpPercent!.Value / 100);
            _zone = null;
            found = RateOf(StartPeriod);
        }
        return found;
    }

    private bool TakeIncrement(OracleBuckets buckets, int first)
    {
        var at = IsWhole ? Math.Min(_position, Math.Max(0, Elapsed - 1)) : _position;
        var period = IsSplit ? PeriodAt(at) : StartPeriod;
        var index = RateOf(period);
        var rate = _plan.Rates[index];
        var offset = StepsOffset;
        var number = rate.Steps.Count(step => step.From <= Math.Max(0, at - offset));
        var step = rate.Steps[number - 1];
        EndPart(rate, number, offset);
        if (buckets.Take(this, IsWhole ? 1 : step.Increment, own => IsBilled(step, own)) is var (bucket, taken))
        {
            if (taken == 0)
                return IsByPart && PassOver();
            if (_isConnectDue && !bucket.CoversConnect)
                Connect(rate);
            _isConnectDue = false;
            Add((index, number, period, bucket.Id), taken, 0);
            _filled = 0;
            _covered += taken;
            return true;
        }
        if (_context.Word("call-steps", "call") == "paid")
        {
            number = Math.Max(1, rate.Steps.Count(one => one.From <= at - _covered));
            step = rate.Steps[number - 1];
            EndPart(rate, number, _covered);
        }
        if (!IsBilled(step, step.Increment))
            return IsByPart && PassOver();
        if (_isConnectDue)
            Connect(rate);
        _costsMoney = true;
        var increment = IsWhole ? Alike(rate, number) : (long)step.Increment;
        var (unit, price) = (IsWhole ? 1 : increment, step.Price * _factor);
        var each = Rounded("increment", price * unit / _plan.Unit.Size);
        var most = Affordable(_plan.Rates[first], each) * unit;
        var isEnded = most < increment;
        increment = Math.Min(increment, most);
        if (increment == 0)
            return false;
        _least = Rational.Max(_least, rate.Least);
        if (IsWhole && _position >= Elapsed)
            (_filled, _fillPrice) = (price == _fillPrice ? _filled + increment : increment, price);
        var amount = each * (increment / unit);
        _exact += amount;
        Add((index, number, period, ""), increment, amount);
        return !isEnded;
    }

    // Whether an increment that begins here is billed, by how much of it the call fills.
    private bool IsBilled(CallStep step, decimal increment)
    {
        var rest = (IsByPart ? _partEnd : _end) - _position;
        if (IsWhole)
            return rest > 0;
        var word = step.Durations?.ToString() ?? _context.Word("duration-rounding", "up");
        return word.ToUpperInvariant() switch
        {
            "DOWN" => rest >= increment,
            "NEAREST" => rest + rest >= increment,
            _ => rest > 0,
        };
    }

    // How many increments are paid for before the call ends at its most.
    private long Affordable(CallRate limits, Rational each)
    {
        if (limits is not { Most: { } most, BeyondMost: BeyondMost.Disconnect } || each.Sign <= 0)
            return int.MaxValue;
        return (long)Rational.Max(0, (most - ExactTotal) / each).Floor();
    }

    private bool IsByPart => _context.Word("call-increments", "each-price") == "each-part";

    // A part ends with its step, or with the last second of its period.
    private void EndPart(CallRate rate, int number, long covered)
    {
        if (!IsByPart)
            return;
        if (_position >= _periodEnd)
        {
            _periodEnd = IsSplit && IsTimed ? _position + 1 : _end;
            while (_periodEnd < _end && PeriodAt(_periodEnd) == PeriodAt(_position))
                _periodEnd++;
        }
        _partEnd = number < rate.Steps.Length
            ? Math.Min(_periodEnd, (long)rate.Steps[number].From + covered)
            : _periodEnd;
    }

    private bool PassOver()
    {
        _position = _partEnd;
        return true;
    }

    private bool IsWhole => _context.Word("call-increments", "each-price") == "whole-call";

    // Where steps begin anew with each destination, they go on from what all records before used there.
    private long StepsOffset => _context.Word("call-steps", "call") == "destination" ? _from : 0;

    private long UsedAt(string destination) =>
        (_before?.UsedAt(destination) ?? 0) + (GroupName == destination ? (long)_record.Quantity : 0);

    private bool IsSplit => _hours is not null && _context.Word("call-split", "at-boundary") == "at-boundary";

    // What the record before was filled by is not billed where this one goes on; the whole is filled at its end.
    private void FillAtTheEnd(int first)
    {
        if (_filled > 0)
        {
            var amount = Rounded("increment", _fillPrice / _plan.Unit.Size) * _filled;
            Add((first, 1, StartPeriod, ""), -_filled, -amount);
            _exact -= amount;
        }
        _filled = 0;
        var last = Math.Max(0, Elapsed - 1);
        var rate = _plan.Rates[RateOf(IsSplit ? PeriodAt(last) : StartPeriod)];
        var step = rate.Steps.Last(one => one.From <= Math.Max(0, last - StepsOffset));
        var increments = (Rational)(_end - _from) / step.Increment;
        var word = step.Durations?.ToString() ?? _context.Word("duration-rounding", "up");
        var count = word.ToUpperInvariant() switch
        {
            "DOWN" => increments.Floor(),
            "NEAREST" => increments.Round(0).Floor(),
            _ => increments.Ceiling(),
        };
        _position = Math.Max(_position, _from);
        _end = _from + ((long)count * (long)step.Increment);
    }

    // Seconds go one by one, since their hours may change; bytes as far as the price is the same.
    private long Alike(CallRate rate, int number)
    {
        if (IsTimed)
            return 1;
        var end = _position < Elapsed ? Math.Min(_end, Elapsed) : _end;
        return number < rate.Steps.Length && rate.Steps[number].From + StepsOffset > _position
            ? Math.Min(end, (long)rate.Steps[number].From + StepsOffset) - _position
            : end - _position;
    }

    private void Attempt(decimal attempt)
    {
        var price = attempt * _factor;
        if (_before is not null || price.IsZero)
            return;
        _exact += price;
        _others.Add(new OracleCallPart(CallPartKind.Connect, 1, price));
    }

    private Rational ExactTotal => _exact + (_before?.ExactTotal ?? 0);

    private void Add((int Rate, int Step, string? Period, string Bucket) key, long quantity, Rational amount)
    {
        var (known, sum) = _uses.GetValueOrDefault(key);
        _uses[key] = (known + quantity, sum + amount);
        _position += quantity;
        if (IsByPart)
            _position = Math.Min(_position, _partEnd);
    }

    private void Connect(CallRate rate)
    {
        _isConnectDue = false;
        var price = rate.Connect * _factor;
        if (price.IsZero)
            return;
        (_exact, _costsMoney, _least) = (_exact + price, true, Rational.Max(_least, rate.Least));
        _others.Add(new OracleCallPart(CallPartKind.Connect, 1, price));
    }

    private void Finish(CallRate rate, OracleBuckets buckets)
    {
        var exact = ExactTotal;
        var least = _context.Word("call-least", "start") == "highest" ? _least : rate.Least;
        var target = _costsMoney && least.Sign > 0 && exact < least ? least : exact;
        if (rate is { Most: { } most, BeyondMost: BeyondMost.Free })
            target = Rational.Min(target, most);
        target = rate.Rounding is { } own ? Rounded(own.Method, own.Decimals, target) : Rounded("call", target);
        var due = target - (_before?._charged ?? 0);
        _charged = target;
        if (due.CompareTo(_exact) != 0)
            _others.Add(new OracleCallPart(CallPartKind.Adjustment, 0, due - _exact));
        foreach (var (bucket, used) in buckets.Pay(this, due))
            _others.Add(new OracleCallPart(CallPartKind.Credit, used, -used) { Bucket = bucket });
    }

    private Rational Rounded(string what, Rational exact)
    {
        if (_context.Number($"{what}-decimals") is not { } decimals)
            return exact;
        var method = _context.Word($"{what}-rounding", "half") switch
        {
            "up" => RoundingMethod.Up,
            "down" => RoundingMethod.Down,
            _ => RoundingMethod.Half,
        };
        return Rounded(method, (int)decimals.Floor(), exact);
    }

    private static Rational Rounded(RoundingMethod method, int decimals, Rational exact) => method switch
    {
        RoundingMethod.Up => exact.Up(decimals),
        RoundingMethod.Down => exact.Down(decimals),
        _ => exact.Round(decimals),
    };

    private string? PeriodAt(long position)
    {
        if (_hours is null)
            return null;
        var at = IsTimed ? _start + position - (_before?.Elapsed ?? 0) : _start;
        var (day, minute) = _context.Zone.LocalAt((long)Math.Floor(at / 60m));
        return _hours.Names[_hours.MinutesOf(day)[minute]];
    }

    private int RateOf(string? period)
    {
        var key = (_zone, period);
        if (!_rates.TryGetValue(key, out var found))
            _rates[key] = found = FindRate(period);
        return found;
    }

    // The own destination before the one that fits all, a period of its own before all periods.
    private int FindRate(string? period)
    {
        var all = _plan.Destinations.FirstOrDefault(static group => group.Prefixes.Contains(""));
        foreach (var name in new[] { GroupName, all?.Name })
        {
            foreach (var wanted in new[] { period, null })
            {
                for (var i = 0; i < _plan.Rates.Length; i++)
                {
                    var rate = _plan.Rates[i];
                    if (rate.Destination == name && rate.Period == wanted && rate.Zone == _zone
                        && rate.Direction == _record.Direction)
                    {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    private int LongestPrefix()
    {
        var number = (IsIncoming ? _record.From : _record.To).TrimStart('+');
        var (longest, found) = (-1, -1);
        for (var i = 0; i < _plan.Destinations.Length; i++)
        {
            foreach (var prefix in _plan.Destinations[i].Prefixes)
            {
                if (prefix.Length > longest && number.StartsWith(prefix, StringComparison.Ordinal))
                    (longest, found) = (prefix.Length, i);
            }
        }
        return found;
    }
}
