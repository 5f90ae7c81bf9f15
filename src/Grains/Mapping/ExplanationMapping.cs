using System.Collections.Immutable;
using BillingActors.Domain.Explanations;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Inquiries;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.Mapping;

/// <summary>Explanations, domain → wire.</summary>
internal static class ExplanationMapping
{
    /// <summary>The explanation between two bills.</summary>
    public static ExplanationView ToView(
        this BillExplanation explained, ExplainedBillView before, ExplainedBillView after) => new(
        before,
        after,
        explained.After.Currency.Code,
        explained.Difference.Minor,
        ToViews(explained.Effects),
        [.. explained.Lines.Select(ToView)],
        explained.Sentences);

    /// <summary>An issued bill.</summary>
    public static ExplainedBillView ToExplained(this InvoiceView invoice) =>
        new(invoice.InvoiceId, invoice.Number, invoice.From, invoice.Until, invoice.TotalMinor);

    /// <summary>A bill that was only calculated.</summary>
    public static ExplainedBillView ToExplained(this Period period, Money total) =>
        new(null, null, period.From.ToWire(), period.Until.ToWire(), total.Minor);

    private static ExplainedLineView ToView(ExplainedLine line) => new(
        line.ContractId,
        line.Code,
        line.Text,
        line.Unit,
        line.Tier,
        line.TimeOfUse,
        line.Before is { } before ? ToView(before) : null,
        line.After is { } after ? ToView(after) : null,
        line.Difference.Minor,
        ToViews(line.Effects),
        line.Sentence);

    private static ExplainedSideView ToView(ExplainedSide side) => new(
        side.Quantity, side.UnitPrice, side.Days, side.EstimatedShare, side.Amount.Minor, side.TariffVersions);

    private static ImmutableArray<EffectView> ToViews(ImmutableArray<EffectAmount> effects) =>
        [.. effects.Select(entry => new EffectView(ToWire(entry.Effect), entry.Amount.Minor))];

    private static string ToWire(BillEffect effect) => effect switch
    {
        BillEffect.Use => "use",
        BillEffect.Price => "price",
        BillEffect.Days => "days",
        BillEffect.Estimates => "estimates",
        BillEffect.Credits => "credits",
        BillEffect.Tax => "tax",
        BillEffect.Charges => "charges",
        _ => throw new BrokenInvariantException("every cause has a name"),
    };
}
