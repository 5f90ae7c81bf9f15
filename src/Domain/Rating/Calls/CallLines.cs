using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>Adds rated calls up to the lines of a bill.</summary>
internal sealed class CallLines
{
    private readonly ImmutableArray<CallPiece> _pieces;
    private readonly CallRules _rules;
    private readonly Dictionary<LineKey, LineSum> _sums = [];

    public CallLines(CallSequence sequence) => (_pieces, _rules) = (sequence.Pieces, sequence.Rules);

    /// <summary>Adds what was only counted, once all records are there.</summary>
    public void AddCounted()
    {
        foreach (var piece in _pieces)
        {
            foreach (var charge in piece.Charges)
                AddCounted(piece, charge);
        }
    }

    /// <summary>Adds the lines of a charge in a piece, in the order of destinations and rates.</summary>
    public void AddTo(ImmutableArray<RatedLine>.Builder lines, Charge.Calls charge, LineDraft draft)
    {
        var version = draft.Version;
        foreach (var (key, sum) in SumsOf(charge, draft))
        {
            var plan = charge.Plan;
            var rate = key.Rate >= 0 ? plan.Rates[key.Rate] : null;
            var head = draft.Head with { Code = CodeOf(key, draft), Text = Text(key, draft, plan) };
            var line = draft with { Head = head };
            var tier = key.Step > 0 && rate is { Steps.Length: > 1 } ? $"{key.Step}" : null;
            var (quantity, unit, price, amount) = Figures(key, sum, plan, version);
            var source = new LineSource("calls", sum.Count == 1 ? "1 record" : $"{sum.Count} records", "");
            lines.Add(line.Of(new PricedPart(quantity, price, tier, key.Place.Period), unit, amount, source));
        }
    }

    /// <summary>Adds a rated call; what no charge prices has no line.</summary>
    public void Add(RatedCall call)
    {
        if (call.Place.Piece < 0)
            return;
        var whole = new LineKey(call.Place, CallPartKind.Use, -1, 0, "");
        if (_rules.Lines == CallLineRule.ByCall)
            SumOf(whole).Count++;
        foreach (var part in call.Parts)
        {
            var sum = SumOf(KeyOf(call, part, whole));
            if (_rules.Lines == CallLineRule.ByPart || part.Kind is CallPartKind.Bucket or CallPartKind.Credit)
                sum.Count++;
            if (part.Kind == CallPartKind.Use && _rules.OfIncrement is null)
                sum.AddUse(part.Price, part.Quantity);
            else
                sum.AddAmount(part.Amount);
            if (part.Kind is CallPartKind.Bucket or CallPartKind.Credit
                || (part.Kind == CallPartKind.Use && _rules.OfIncrement is not null))
            {
                sum.AddQuantity(part.Quantity);
            }
        }
    }

    private void AddCounted(CallPiece piece, PieceCharge charge)
    {
        for (var destination = 0; destination < charge.Plain.Length; destination++)
        {
            if (charge.Plain[destination] is not { IsEmpty: false } counted)
                continue;
            var place = new CallPlace(piece.Index, charge.Index, destination, -1, CallDirection.Out, null);
            counted.AddTo(SumOf(new LineKey(place, CallPartKind.Use, -1, 0, "")));
        }
    }

    private LineKey KeyOf(RatedCall call, in CallPart part, in LineKey whole)
    {
        if (part.Kind is CallPartKind.Bucket or CallPartKind.Credit)
        {
            var place = call.Place with { Destination = -1, Zone = -1, Period = null };
            return new LineKey(place, part.Kind, -1, 0, part.Reference);
        }
        if (_rules.Lines == CallLineRule.ByCall)
            return whole;
        return part.Kind == CallPartKind.Use
            ? new LineKey(call.Place with { Period = part.TimeOfUse }, part.Kind, part.Rate, part.Step, "")
            : new LineKey(call.Place with { Period = null }, part.Kind, -1, 0, "");
    }

    private LineSum SumOf(in LineKey key)
    {
        if (!_sums.TryGetValue(key, out var sum))
            _sums.Add(key, sum = new LineSum());
        return sum;
    }

    private List<KeyValuePair<LineKey, LineSum>> SumsOf(Charge.Calls charge, LineDraft draft)
    {
        var index = draft.Version.Charges.IndexOf(charge);
        var piece = _pieces.First(piece => piece.Days.Overlap(draft.Days) is not null).Index;
        var sums = new List<KeyValuePair<LineKey, LineSum>>(_sums.Count);
        foreach (var sum in _sums)
        {
            if (sum.Key.Place.Piece == piece && sum.Key.Place.Charge == index)
                sums.Add(sum);
        }
        sums.Sort(static (left, right) => LineKey.Compare(left.Key, right.Key));
        return sums;
    }

    private static (decimal Quantity, string Unit, decimal Price, decimal Amount) Figures(
        in LineKey key, LineSum sum, CallPlan plan, TariffVersion version)
    {
        var amount = sum.Amount(plan.Unit.Size);
        switch (key.Kind)
        {
            case CallPartKind.Connect:
                return (sum.Count, "connection", Average(amount, sum.Count), amount);
            case CallPartKind.Adjustment:
                return (sum.Count, "adjustment", Average(amount, sum.Count), amount);
            case CallPartKind.Bucket:
                var bucket = CallUnit.Find(RuleOf(key, version).Unit)!;
                return (sum.Quantity / bucket.Size, bucket.Name, 0m, amount);
            case CallPartKind.Credit:
                return (sum.Quantity, RuleOf(key, version).Unit, -1m, amount);
            default:
                var quantity = sum.Quantity / plan.Unit.Size;
                return (quantity, plan.Unit.Name, sum.Price ?? Average(amount, quantity), amount);
        }
    }

    // Printed, not multiplied: the exact amount stands beside it.
    private static decimal Average(decimal amount, decimal quantity) => quantity == 0m
        ? 0m
        : Primitives.Rounding.HalfAwayFromZero(amount / quantity, Exact.PriceDecimals);

    private static Tariffs.Calls.Buckets.BucketRule RuleOf(LineKey key, TariffVersion version) =>
        version.Buckets.First(rule => rule.Id == key.Bucket);

    private static string CodeOf(in LineKey key, LineDraft draft) =>
        key.Bucket.Length > 0 ? key.Bucket : draft.Head.Code;

    private static string Text(in LineKey key, LineDraft draft, CallPlan plan)
    {
        if (key.Bucket.Length > 0)
            return RuleOf(key, draft.Version).Text;
        var text = $"{draft.Head.Text}: {plan.Destinations[key.Place.Destination].Name}";
        if (key.Place.Zone >= 0)
            text = $"{text} ({plan.Zones[key.Place.Zone].Name})";
        if (key.Place.Direction == CallDirection.In)
            text += ", received";
        return key.Kind switch
        {
            CallPartKind.Connect => text + ", connections",
            CallPartKind.Adjustment => text + ", limits and rounding per call",
            _ => text,
        };
    }
}
