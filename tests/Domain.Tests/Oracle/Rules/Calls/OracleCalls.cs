using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;
using NodaTime;

namespace BillingActors.Domain.Tests.Oracle.Rules.Calls;

/// <summary>All calls of a bill, one after the other in the order of time, and the lines they add up to.</summary>
internal sealed class OracleCalls
{
    private readonly OracleContext _context;
    private readonly List<OracleCall> _rated = [];
    private readonly Dictionary<string, OracleCall> _sessions = new(StringComparer.Ordinal);
    private readonly OracleBuckets _buckets;

    public OracleCalls(OracleContext context)
    {
        _context = context;
        _buckets = new OracleBuckets(context);
        foreach (var record in context.Request.Calls.OrderBy(static call => call.Start)
            .ThenBy(static call => call.Id, StringComparer.Ordinal))
        {
            Rate(record);
        }
    }

    /// <summary>Adds the lines of a charge in a piece.</summary>
    public void AddLines(OraclePiece piece, Charge.Calls charge, DaySpan days)
    {
        var isByPart = _context.Word("call-lines", "by-call") == "by-part";
        var sums = new SortedDictionary<OracleCallKey, OracleCallSum>(OracleCallKey.InOrder);
        foreach (var call in _rated.Where(call => call.Charge == charge && call.Piece == piece.Days.From))
            Add(call, sums, isByPart);
        foreach (var (key, sum) in sums)
        {
            var size = charge.Plan.Unit.Size;
            var bucket = piece.Version.Buckets.FirstOrDefault(one => one.Id == key.Bucket);
            var quantity = key.Kind switch
            {
                CallPartKind.Connect or CallPartKind.Adjustment => sum.Count,
                CallPartKind.Bucket => sum.Quantity / CallUnit.Find(bucket!.Unit)!.Size,
                CallPartKind.Credit => sum.Quantity,
                _ => sum.Quantity / size,
            };
            var hasSteps = key.Step > 0 && charge.Plan.Rates[key.Rate].Steps.Length > 1;
            var head = bucket is null ? charge.Head : charge.Head with { Code = bucket.Id };
            piece.Add(
                head, days, quantity, sum.Amount, hasSteps ? $"{key.Step}" : null,
                key.Period.Length == 0 ? null : key.Period);
        }
    }

    private static void Add(OracleCall call, SortedDictionary<OracleCallKey, OracleCallSum> sums, bool isByPart)
    {
        var whole = new OracleCallKey(call);
        if (!isByPart)
            SumOf(whole).Count++;
        foreach (var part in call.Parts)
        {
            var isDrawn = part.Kind is CallPartKind.Bucket or CallPartKind.Credit;
            var sum = SumOf(isDrawn || isByPart ? new OracleCallKey(call, part) : whole);
            if (isByPart || isDrawn)
                sum.Count++;
            if (isDrawn || part.Kind == CallPartKind.Use)
                sum.Quantity += part.Quantity;
            sum.Amount += part.Amount;
        }

        OracleCallSum SumOf(OracleCallKey key)
        {
            if (!sums.TryGetValue(key, out var sum))
                sums[key] = sum = new OracleCallSum();
            return sum;
        }
    }

    private void Rate(CallRecord record)
    {
        var seconds = record.Start.ToUnixTimeTicks() / NodaConstants.TicksPerSecond;
        var day = _context.Zone.LocalAt((long)Math.Floor(seconds / 60m)).Day;
        var (days, version) = _context.Pieces().First(piece => piece.Days.Contains(day));
        foreach (var charge in version.Charges.OfType<Charge.Calls>().Where(one => one.Plan.Event == record.Event))
        {
            if (record.Direction == CallDirection.In && record.Network is null
                && !charge.Plan.Rates.Any(static rate => rate.Direction == CallDirection.In))
            {
                return;
            }
            var before = record.Session is { } session ? _sessions.GetValueOrDefault(session) : null;
            var call = new OracleCall(_context, (record, seconds), charge, (days.From, version), before);
            call.Rate(_buckets);
            _rated.Add(call);
            if (record.Session is { } own)
                _sessions[own] = call;
            return;
        }
    }
}
