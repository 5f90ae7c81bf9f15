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
    private readonly HashSet<string> _ids;
    private Instant _clock = Instant.MinValue;
    private int _piece;

    public CallSequence(RatingRequest request)
    {
        _request = request;
        _ids = new HashSet<string>(request.Calls.Length, StringComparer.Ordinal);
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
    public RatedCall? Rate(CallRecord record, out SuspendedCall? suspended)
    {
        var problem = Find(record, out var call);
        return Rate(record, call, problem, out suspended);
    }

    /// <summary>Adds the record to its lines; or says why it was set aside.</summary>
    public SuspendedCall? AddTo(CallLines lines, CallRecord record)
    {
        var problem = Find(record, out var call);
        if (problem is null && call is { } found && IsCounted(found))
        {
            _clock = Instant.Max(_clock, record.Start);
            return null;
        }
        if (Rate(record, call, problem, out var suspended) is { } rated)
            lines.Add(rated);
        return suspended;
    }

    // No problem and no case: a call received at home, which costs nothing.
    private RatedCall? Rate(
        CallRecord record, in CallCase? call, (string Code, string Detail)? problem, out SuspendedCall? suspended)
    {
        suspended = null;
        if (problem is null && call is null)
            return Free(record);
        if (problem is null)
        {
            _clock = Instant.Max(_clock, record.Start);
            _wallet.Open(call!.Value, _request.Currency.Code);
            if (_walk.Rate(call.Value, out var refused) is { } rated)
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

    private bool IsCounted(in CallCase call)
    {
        var record = call.Record;
        if (record.Session is not null || record.IsContinuation || call.Zone is not null
            || record.Direction != CallDirection.Out || call.Charge.Calendar is not null || !_wallet.IsUnused)
        {
            return false;
        }
        return (call.Charge.Plain[call.Destination] ??= PlainOf(call)).Count(record.Quantity);
    }

    private PlainCalls PlainOf(in CallCase call)
    {
        var rate = call.Plan.RateOf(call.Destination, CallDirection.Out, null, null);
        return rate == CallPlan.NoRate ? PlainCalls.None : PlainCalls.Of(call.Plan.Rates[rate], Rules);
    }

    /// <summary>Grants and carries over what is due up to the end of the service days.</summary>
    public void Close()
    {
        _clock = Instant.Max(_clock, Pieces[^1].Until);
        _wallet.Close();
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

    private (string Code, string Detail)? Find(CallRecord record, out CallCase? found)
    {
        found = null;
        if (!_ids.Add(record.Id))
            return ("duplicate-record", "Another record has the same id.");
        if (record.Quantity < 0)
            return ("doubtful-record", "A quantity is not negative.");
        if (PieceAt(record.Start) is not { } piece)
            return ("outside-period", $"The record does not begin in {_request.Service}.");
        if (piece.Version is null)
            return ("tariff-gap", $"Tariff {_request.Tariff.Id} has no version valid in {piece.Days}.");
        var isPriced = false;
        foreach (var charge in piece.Charges)
        {
            if (charge.Plan.Event != record.Event || record.Start < charge.From || charge.Until <= record.Start)
                continue;
            isPriced = true;
            if (record.Network is null && IsFreeIncoming(record, charge.Plan))
                return null;
            var destination = charge.Plan.DestinationOf(record.Party);
            if (destination != PrefixTable.None)
                return CaseOf((record, piece, charge, destination), out found);
        }
        return isPriced
            ? ("unknown-destination", $"No destination of {record.Event} fits the number.")
            : ("unpriced-event", $"No charge prices {record.Event} on that day.");
    }

    private (string Code, string Detail)? CaseOf(
        (CallRecord Record, CallPiece Piece, PieceCharge Charge, int Destination) at, out CallCase? found)
    {
        found = null;
        RoamingZone? zone = null;
        if (at.Record.Network is { } network && (zone = at.Charge.Plan.ZoneOf(network)) is null)
            return ("unknown-network", $"No zone has the serving network {network}.");
        var session = at.Record.Session is { } id
            ? _sessions.GetValueOrDefault((id, at.Record.Event, at.Record.Subscriber))
            : null;
        found = new CallCase(at.Record, at.Piece, at.Charge, at.Destination, zone, session);
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
