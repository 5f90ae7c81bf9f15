using System.Collections.Immutable;
using BillingActors.Domain.Rating.Calls.Buckets;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using NodaTime;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>Rates records one after another; between them stand only balances and sessions.</summary>
internal sealed class CallSequence
{
    private readonly RatingRequest _request;
    private readonly CallRules _rules;
    private readonly BucketWallet _wallet;
    private readonly CallWalk _walk;
    private readonly Dictionary<(string Session, string Event, string Subscriber), CallSession> _sessions;
    private HashSet<string>? _ids;
    private Instant _clock = Instant.MinValue;
    private int _piece;

    public CallSequence(RatingRequest request)
    {
        _request = request;
        Rules = _rules = new CallRules(request.Tariff.Settings.Under(request.Settings));
        var clock = new CallClock(request.Tariff.Zone ?? request.Zone);
        Pieces =
        [
            .. request.Tariff.VersionsIn(request.Service)
                .Select((piece, index) => new CallPiece(index, piece, request.Tariff, clock)),
        ];
        _wallet = new BucketWallet(new BucketSchedule(request, clock).Of(Pieces), request.State.Buckets);
        _walk = new CallWalk(_rules, clock, _wallet);
        _sessions = request.State.Sessions.ToDictionary(static known => (known.Session, known.Event, known.Subscriber));
    }

    /// <summary>The service days, cut where another version begins.</summary>
    public ImmutableArray<CallPiece> Pieces { get; }

    /// <summary>The settings of calls.</summary>
    public CallRules Rules { get; }

    /// <summary>What the record costs; or null, with why it was set aside, and nothing has changed.</summary>
    public RatedCall? Rate(CallRecord record, out SuspendedCall? suspended) =>
        Rate(record, Find(record), out suspended);

    /// <summary>Adds the record to its lines; or says why it was set aside.</summary>
    public SuspendedCall? AddTo(CallLines lines, CallRecord record)
    {
        var found = Find(record);
        if (found.Charge is { } charge && IsCounted(record, charge, found.Destination))
        {
            _clock = Instant.Max(_clock, record.Start);
            return null;
        }
        if (Rate(record, found, out var suspended) is { } rated)
            lines.Add(rated);
        return suspended;
    }

    private RatedCall? Rate(CallRecord record, in CallFinding found, out SuspendedCall? suspended)
    {
        suspended = null;
        if (found is { Code: null, Charge: null })
            return Free(record);
        CallCase call = default;
        var problem = found.Code is { } code ? (code, found.Detail!) : ProblemOf(record, found, out call);
        if (problem is null)
        {
            _clock = Instant.Max(_clock, record.Start);
            _wallet.Open(call, _request.Currency.Code);
            if (_walk.Rate(call, out var refused) is { } rated)
            {
                if (_walk.Session is { } session)
                    _sessions[(session.Session, session.Event, session.Subscriber)] = session;
                return rated;
            }
            _wallet.GiveBack();
            problem = refused;
        }
        suspended = new SuspendedCall(record.Id, problem.Value.Code, problem.Value.Detail);
        return null;
    }

    private bool IsCounted(CallRecord record, PieceCharge charge, int destination)
    {
        if (record.Session is not null || record.IsContinuation || record.Network is not null
            || record.Direction != CallDirection.Out || charge.Calendar is not null || !_wallet.IsUnused)
        {
            return false;
        }
        return (charge.Plain[destination] ??= PlainOf(charge.Plan, destination)).Count(record.Quantity);
    }

    private PlainCalls PlainOf(CallPlan plan, int destination)
    {
        var rate = plan.RateOf(destination, CallDirection.Out, null, null);
        return rate == CallPlan.NoRate ? PlainCalls.None : PlainCalls.Of(plan.Rates[rate], Rules);
    }

    /// <summary>Grants and carries over what is due up to the end of the service days.</summary>
    public void Close()
    {
        _clock = Instant.Max(_clock, Pieces[^1].Until);
        _wallet.Close();
        if (_ids is not { } ids)
            return;
        _ids = null;
        SeenIds.GiveBack(ids);
    }

    /// <summary>The state with what the records have left.</summary>
    public RatingState State() => _request.State with
    {
        Buckets = _wallet.BalancesAt(_clock),
        Sessions =
        [
            .. _sessions.Values.Where(session => session.LastStart + _rules.SessionMemory >= _clock)
                .OrderBy(static session => session.LastStart)
                .ThenBy(static session => session.Session, StringComparer.Ordinal)
                .ThenBy(static session => session.Event, StringComparer.Ordinal)
                .ThenBy(static session => session.Subscriber, StringComparer.Ordinal),
        ],
    };

    private CallFinding Find(CallRecord record)
    {
        _ids ??= SeenIds.Take(_request.Calls.Length);
        if (!_ids.Add(record.Id))
            return CallFinding.Problem("duplicate-record", "Another record has the same id.");
        if (record.Quantity < 0)
            return CallFinding.Problem("doubtful-record", "A quantity is not negative.");
        if (PieceAt(record.Start) is not { } piece)
            return CallFinding.Problem("outside-period", $"The record does not begin in {_request.Service}.");
        if (piece.Version is null)
        {
            return CallFinding.Problem(
                "tariff-gap", $"Tariff {_request.Tariff.Id} has no version valid in {piece.Days}.");
        }
        var isPriced = false;
        foreach (var charge in piece.Charges)
        {
            if (charge.Plan.Event != record.Event || record.Start < charge.From || charge.Until <= record.Start)
                continue;
            isPriced = true;
            if (record.Network is null && IsFreeIncoming(record, charge.Plan))
                return default;
            var destination = charge.Plan.DestinationOf(record.Party);
            if (destination != PrefixTable.None)
                return new CallFinding(piece, charge, destination);
        }
        return isPriced
            ? CallFinding.Problem("unknown-destination", $"No destination of {record.Event} fits the number.")
            : CallFinding.Problem("unpriced-event", $"No charge prices {record.Event} on that day.");
    }

    private (string Code, string Detail)? ProblemOf(CallRecord record, in CallFinding found, out CallCase call)
    {
        call = default;
        RoamingZone? zone = null;
        if (record.Network is { } network && (zone = found.Charge!.Plan.ZoneOf(network)) is null)
            return ("unknown-network", $"No zone has the serving network {network}.");
        var session = record.Session is { } id
            ? _sessions.GetValueOrDefault((id, record.Event, record.Subscriber))
            : null;
        call = new CallCase(record, found.Piece!, found.Charge!, found.Destination, zone, session);
        return null;
    }

    private bool IsFreeIncoming(CallRecord record, CallPlan plan) =>
        record.Direction == CallDirection.In && !plan.PricesIncoming && _rules.Incoming == IncomingCalls.Free;

    private static RatedCall Free(CallRecord record) =>
        new(record.Id, "", "", 0m, []) { Direction = record.Direction, Place = CallPlace.None };

    // Records come in order, so the piece of the one before is nearly always the right one.
    private CallPiece? PieceAt(Instant start)
    {
        if (IsIn(Pieces[_piece], start))
            return Pieces[_piece];
        for (var i = 0; i < Pieces.Length; i++)
        {
            if (IsIn(Pieces[i], start))
                return Pieces[_piece = i];
        }
        return null;
    }

    private static bool IsIn(CallPiece piece, Instant start) => piece.From <= start && start < piece.Until;
}
