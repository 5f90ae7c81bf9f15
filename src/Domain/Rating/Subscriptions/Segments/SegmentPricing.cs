using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;

namespace BillingActors.Domain.Rating.Subscriptions.Segments;

/// <summary>Prices parts of periods: charges that are due, and credits for what was billed and is not used.</summary>
internal sealed class SegmentPricing(LineDrafts drafts, PartCount count, RatingSettings settings)
{
    internal const string CreditKind = "credit";

    private readonly PartRounding _rounding = new(settings);

    /// <summary>The lines of a part that is due.</summary>
    public IReadOnlyList<RatedLine> Charge(Segment segment, TimeRange range) =>
        LinesOf(segment, range, segment.Key.Above is null ? ShareOf(segment, range) : Share.Full, 1m);

    /// <summary>The lines of a part by its time.</summary>
    public IReadOnlyList<RatedLine> Used(Segment segment, TimeRange range) =>
        LinesOf(segment, range, ShareOf(segment, range), 1m);

    /// <summary>The lines that give back a part of what was billed; all of it to the last minor unit.</summary>
    public IReadOnlyList<RatedLine> Credit(Segment segment, BilledSegment billed, TimeRange unused)
    {
        var lines = LinesOf(segment, unused, ShareOf(segment, unused), -1m);
        if (unused == billed.Range)
            return Summing(lines, -billed.AmountMinor);
        if (settings.Of(SubscriptionSettings.CreditRounding) == CreditRounding.Unused)
            return lines;
        var used = billed.Range.Without([unused]).SelectMany(range => Used(segment, range))
            .Sum(static line => line.Amount.Minor);
        return Summing(lines, used - billed.AmountMinor);
    }

    // The steps of a price are rounded together where the setting says so.
    private RatedLine[] LinesOf(Segment segment, TimeRange range, Share share, decimal sign)
    {
        RatedLine[] lines = [.. PartsOf(segment).Select(part => LineOf(segment, range, (part, share, sign)))];
        return ChargeRounding.Of(lines, settings, share.IsFull ? Rounding.ToMoney : _rounding.ToMoney);
    }

    /// <summary>What a change comes to in all: lines of parts are rounded as parts are.</summary>
    public Money DifferenceOf(IReadOnlyList<RatedLine> change)
    {
        var (exact, currency) = (change.Sum(static line => line.ExactAmount), change[0].Amount.Currency);
        return change.Any(static line => line.Source.PeriodShare is not null)
            ? _rounding.ToMoney(exact, currency)
            : Rounding.ToMoney(exact, currency);
    }

    // What rounding leaves between the parts and the whole goes to the last line.
    private static RatedLine[] Summing(RatedLine[] lines, long minor)
    {
        var rest = minor - lines.Sum(static line => line.Amount.Minor);
        if (rest != 0)
        {
            var last = lines[^1];
            lines[^1] = last with { Amount = last.Amount + new Money(rest, last.Amount.Currency) };
        }
        return lines;
    }

    private IReadOnlyList<QuantityPart> PartsOf(Segment segment)
    {
        var (price, quantity) = (segment.Charge.Price, segment.Key.Quantity);
        if (segment.Key.Above is not { } above)
            return QuantityPricing.PartsOf(price, quantity, settings);
        var amount = QuantityPricing.AmountOf(price, quantity, settings)
            - QuantityPricing.AmountOf(price, above, settings);
        var each = Rounding.HalfAwayFromZero(amount / (quantity - above), Exact.PriceDecimals);
        return [new QuantityPart(quantity - above, each, amount, null, null)];
    }

    private Share ShareOf(Segment segment, TimeRange range) =>
        count.Of(segment.Key.Full, segment.Charge.Interval.Months, range.From, range.Until);

    private RatedLine LineOf(
        Segment segment, TimeRange range, (QuantityPart Part, Share Share, decimal Sign) priced)
    {
        var (part, share, sign) = priced;
        var kind = sign < 0m ? CreditKind : "subscription";
        var above = segment.Key.Above is { } paid ? FormattableString.Invariant($" above {paid}") : "";
        var quantity = segment.Charge.Item is { } item
            ? FormattableString.Invariant($"{segment.Key.Quantity} {item}{above}, ")
            : "";
        var reference = FormattableString.Invariant($"{quantity}{share.Part}/{share.Whole} of {segment.Key.Full}");
        var source = new LineSource(kind, reference, "")
        {
            PeriodShare = share.IsFull ? null : share.Printed(1m),
        };
        var printed = new PricedPart(sign * share.Printed(part.Quantity), part.Price, part.Tier, null);
        var unit = part.Unit ?? segment.Charge.Item ?? segment.Charge.Interval.ToString();
        var draft = drafts.Of(segment.Tariff, segment.Version, segment.Charge.Head, range.Days);
        var exact = sign * _rounding.AmountOf(part.Amount, share, draft.Request.Currency);
        var line = draft.Of(printed, unit, exact, source);
        return share.IsFull ? line : line with { Amount = _rounding.ToMoney(exact, draft.Request.Currency) };
    }
}
