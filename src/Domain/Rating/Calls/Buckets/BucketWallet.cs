using System.Collections.Immutable;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using NodaTime;

namespace BillingActors.Domain.Rating.Calls.Buckets;

/// <summary>The balances of a contract: grants what falls due, carries over, and lends to one call at a time.</summary>
internal sealed class BucketWallet
{
    private const string Everyone = "";

    private readonly ImmutableArray<BucketGrant> _schedule;
    private readonly Dictionary<(string Bucket, string Owner), List<Holding>> _holdings = [];
    private readonly Dictionary<string, int> _granted = new(StringComparer.Ordinal);
    private readonly List<(Holding Holding, decimal Left)> _taken = [];

    public BucketWallet(ImmutableArray<BucketGrant> schedule, ImmutableArray<BucketBalance> balances)
    {
        _schedule = schedule;
        foreach (var balance in balances)
            HoldingsOf(balance.Bucket, balance.Subscriber ?? Everyone).Add(new Holding(balance));
        foreach (var owner in balances.Select(static balance => balance.Subscriber ?? Everyone))
            _granted[owner] = 0;
        IsUnused = schedule.IsEmpty && _holdings.Count == 0;
    }

    /// <summary>Whether there is no allowance at all, and will be none.</summary>
    public bool IsUnused { get; }

    /// <summary>Allowances the call may draw units from, in the order of their use.</summary>
    public List<BucketDraw> Units { get; } = [];

    /// <summary>Credit the call may be paid from, in the order of its use.</summary>
    public List<BucketDraw> Credits { get; } = [];

    /// <summary>Grants what is due and finds the balances that are open to the call.</summary>
    public void Open(in CallCase call, string currency)
    {
        Units.Clear();
        Credits.Clear();
        _taken.Clear();
        if (IsUnused)
            return;
        Advance(Everyone, call.Record.Start);
        Advance(call.Record.Subscriber, call.Record.Start);
        foreach (var rule in call.Piece.Version!.Buckets)
        {
            var unit = CallUnit.Find(rule.Unit);
            var isMoney = unit is null && rule.Unit == currency;
            var isPerCall = unit is { Measure: CallUnit.Count } && call.Plan.Unit.Measure != CallUnit.Count;
            if ((isMoney || isPerCall || unit?.Measure == call.Plan.Unit.Measure) && Fits(rule, call, isMoney))
                AddOpen(rule, call, isMoney ? Credits : Units, isPerCall);
        }
        Units.Sort(Earlier);
        Credits.Sort(Earlier);
    }

    /// <summary>Takes from a balance until the call is done or given back.</summary>
    public void Take(Holding holding, decimal quantity)
    {
        _taken.Add((holding, holding.Left));
        holding.Left -= quantity;
    }

    /// <summary>Gives back what the call took.</summary>
    public void GiveBack()
    {
        for (var i = _taken.Count - 1; i >= 0; i--)
            _taken[i].Holding.Left = _taken[i].Left;
        _taken.Clear();
    }

    /// <summary>Grants and carries over all that falls due up to the end of the service days.</summary>
    public void Close()
    {
        Advance(Everyone, Instant.MaxValue);
        foreach (var owner in _granted.Keys.ToList())
            Advance(owner, Instant.MaxValue);
    }

    /// <summary>What is left; what is used up or expired only as far as it tells what was granted.</summary>
    public ImmutableArray<BucketBalance> BalancesAt(Instant clock) =>
    [
        .. _holdings.OrderBy(static own => own.Key.Bucket, StringComparer.Ordinal)
            .ThenBy(static own => own.Key.Owner, StringComparer.Ordinal)
            .SelectMany(own => Kept(own.Value, clock)),
    ];

    private IEnumerable<BucketBalance> Kept(List<Holding> own, Instant clock)
    {
        var latest = own.Max(static holding => holding.From);
        return own.Where(holding => holding.From == latest || IsKept(holding, clock))
            .OrderBy(static holding => holding.From)
            .Select(static holding => holding.Balance);
    }

    private bool IsKept(Holding holding, Instant clock) =>
        holding.Left < 0 || (holding.Left > 0 && (holding.Until is not { } until || clock < until
            || _schedule.Any(grant => grant.Rule.Id == holding.Bucket && MayRollOver(grant.Rule, holding))));

    private void Advance(string owner, Instant at)
    {
        var next = _granted.GetValueOrDefault(owner);
        for (; next < _schedule.Length && _schedule[next].From <= at; next++)
        {
            if (_schedule[next].Rule.IsPerSubscriber == (owner != Everyone))
                Grant(_schedule[next], owner);
        }
        _granted[owner] = next;
    }

    private List<Holding> HoldingsOf(string bucket, string owner)
    {
        if (!_holdings.TryGetValue((bucket, owner), out var own))
            _holdings.Add((bucket, owner), own = []);
        return own;
    }

    private void Grant(BucketGrant grant, string owner)
    {
        var isMember = owner == Everyone
            || grant.Rule.Members.IsEmpty
            || grant.Rule.Members.Contains(owner, StringComparer.Ordinal);
        if (!isMember)
            return;
        var own = HoldingsOf(grant.Rule.Id, owner);
        if (own.Exists(holding => holding.From >= grant.NoneSince))
            return;
        RollOver(grant, own);
        var unit = CallUnit.Find(grant.Rule.Unit)?.Measure ?? grant.Rule.Unit;
        own.Add(new Holding(new BucketBalance(grant.Rule.Id, unit, grant.Quantity, grant.From, grant.Until)
        {
            Subscriber = owner == Everyone ? null : owner,
        }));
    }

    private static void RollOver(BucketGrant grant, List<Holding> own)
    {
        var carried = own.FindAll(holding =>
            holding.Left > 0 && holding.Until <= grant.From && MayRollOver(grant.Rule, holding));
        carried.ForEach(holding => holding.RollOver(grant.Until));
        if (grant.Rule.Rollover?.Most is not { } most)
            return;
        // The newest stay longest, so the oldest give way.
        var room = most * (CallUnit.Find(grant.Rule.Unit)?.Size ?? 1m);
        foreach (var holding in carried.OrderByDescending(static holding => holding.From))
        {
            holding.Left = decimal.Min(holding.Left, room);
            room -= holding.Left;
        }
    }

    private static bool MayRollOver(BucketRule rule, Holding holding) =>
        rule.Rollover is { } rollover && holding.RolledOver < rollover.Spans;

    private static bool Fits(BucketRule rule, in CallCase call, bool isMoney)
    {
        var zone = call.Zone?.Name ?? "home";
        return (rule.Events.IsEmpty || rule.Events.Contains(call.Record.Event, StringComparer.Ordinal))
            && (rule.Members.IsEmpty || rule.Members.Contains(call.Record.Subscriber, StringComparer.Ordinal))
            && (rule.Destinations.IsEmpty
                ? isMoney || !call.Group.IsPremium
                : rule.Destinations.Contains(call.Group.Name, StringComparer.Ordinal))
            && (rule.Zones.IsEmpty
                ? isMoney || call.Zone is null
                : rule.Zones.Contains(zone, StringComparer.Ordinal));
    }

    private void AddOpen(BucketRule rule, in CallCase call, List<BucketDraw> draws, bool isPerCall)
    {
        var owner = rule.IsPerSubscriber ? call.Record.Subscriber : Everyone;
        if (!_holdings.TryGetValue((rule.Id, owner), out var own))
            return;
        var calendar = rule.Calendar is { } id ? call.Piece.Version!.Calendar(id) : null;
        foreach (var holding in own)
        {
            if (holding.IsOpenAt(call.Record.Start))
                draws.Add(new BucketDraw(rule, holding, calendar, isPerCall));
        }
    }

    private static int Earlier(BucketDraw left, BucketDraw right)
    {
        var byPriority = left.Rule.Priority.CompareTo(right.Rule.Priority);
        if (byPriority != 0)
            return byPriority;
        var byExpiry = (left.Holding.Until ?? Instant.MaxValue).CompareTo(right.Holding.Until ?? Instant.MaxValue);
        if (byExpiry != 0)
            return byExpiry;
        var byAge = left.Holding.From.CompareTo(right.Holding.From);
        return byAge != 0 ? byAge : string.CompareOrdinal(left.Rule.Id, right.Rule.Id);
    }

    /// <summary>Pays from credit, with a part for each that is used; false where a strict one is short.</summary>
    public bool Pay(decimal amount, List<CallPart> parts)
    {
        var due = amount;
        var isStrict = false;
        foreach (var draw in Credits)
        {
            isStrict |= draw.Rule.IsStrict;
            var used = draw.Rule.MayGoBelowZero ? due : decimal.Min(due, decimal.Max(0m, draw.Holding.Left));
            if (used <= 0m)
                continue;
            Take(draw.Holding, used);
            due -= used;
            parts.Add(new CallPart(CallPartKind.Credit, draw.Rule.Id, used, 1m, 1m, -used));
        }
        return due <= 0m || !isStrict;
    }
}
