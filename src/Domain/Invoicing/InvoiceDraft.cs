using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>What a calculation has gathered so far: lines, tax rules, revenue, and reasons to hold.</summary>
internal sealed class InvoiceDraft
{
    private const string Untaxed = "none";

    private readonly List<VersionTaxes> _taxes = [];
    private ImmutableArray<TaxRule> _newestRules = [];
    private LocalDate _newestUntil = LocalDate.MinIsoValue;

    public List<HoldReason> Holds { get; } = [];

    public List<RatedLine> Lines { get; } = [];

    public List<ContractBilled> Contracts { get; } = [];

    public void Hold(string code, string detail) => Holds.Add(new HoldReason(code, detail));

    /// <summary>Takes what a tariff earned on days before the end day.</summary>
    public void Take(RatingResult rated, LocalDate until)
    {
        Holds.AddRange(rated.Holds);
        Lines.AddRange(rated.Lines);
        _taxes.AddRange(rated.Taxes);
        if (!rated.Taxes.IsEmpty && until > _newestUntil)
            (_newestRules, _newestUntil) = (rated.Taxes[^1].Rules, until);
    }

    /// <summary>Takes a one-off charge.</summary>
    public void Take(PendingCharge charge)
    {
        var amount = charge.Amount.ToDecimal();
        Lines.Add(new RatedLine(
            "", charge.Id, charge.Text, new Period(charge.On, charge.On.PlusDays(1)), 1m, "item", amount, amount,
            charge.Amount, null, null, "", charge.TaxCategory, new LineSource("charge", charge.Id, "")));
    }

    /// <summary>
    /// Rules of all versions that priced lines; a one-off charge is taxed by those of the newest days.
    /// </summary>
    public ImmutableArray<VersionTaxes> TaxRules() => [.. _taxes, new VersionTaxes("", _newestRules)];

    /// <summary>
    /// A doubt for each charge whose tax category no rule on this invoice knows: it must not go untaxed unseen. Where
    /// the
    /// tariffs of the invoice have no taxes at all, there is no doubt.
    /// </summary>
    public ImmutableArray<HoldReason> UntaxedCharges(ImmutableArray<PendingCharge> charges) =>
        _newestRules.IsEmpty && _taxes.Count > 0
            ? []
            : [.. charges.Where(IsUnknown).Select(charge => new HoldReason(
                "tax-unknown",
                $"No tax rule on this invoice is for category {charge.TaxCategory} of charge {charge.Id}."))];

    /// <summary>What each tariff and the one-off charges earn, net, in the order of their names.</summary>
    public static ImmutableArray<RevenueShare> RevenueOf(ImmutableArray<RatedLine> lines) =>
        [.. lines.GroupBy(TariffOf, StringComparer.Ordinal)
            .Select(group => new RevenueShare(group.Key, group.Sum(line => line.Amount.Minor)))
            .Where(share => share.NetMinor != 0)
            .OrderBy(share => share.TariffId, StringComparer.Ordinal)];

    /// <summary>The tariff of "tariff@version", which stands on each line but those of one-off charges.</summary>
    public static string TariffOf(RatedLine line) => line.TariffVersion.LastIndexOf('@') is var at and >= 0
        ? line.TariffVersion[..at]
        : "charges";

    private bool IsUnknown(PendingCharge charge) => charge.TaxCategory != Untaxed
        && !_newestRules.Any(rule => rule.Categories.Contains(charge.TaxCategory, StringComparer.Ordinal));
}
