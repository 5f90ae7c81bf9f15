using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating;

/// <summary>What the lines of one charge in one piece have in common.</summary>
/// <param name="Request">What is rated.</param>
/// <param name="Version">The version that prices it.</param>
/// <param name="Reference">How lines name the version.</param>
/// <param name="Head">Code, text and tax category.</param>
/// <param name="Days">The days the charge is for.</param>
internal readonly record struct LineDraft(
    RatingRequest Request, TariffVersion Version, string Reference, ChargeHead Head, Period Days)
{
    /// <summary>The same for other days.</summary>
    public LineDraft On(Period days) => days == Days ? this : this with { Days = days };

    /// <summary>The line; here, and nowhere else, its amount is rounded.</summary>
    public RatedLine Of(PricedPart part, string unit, decimal exactAmount, LineSource source) => new(
        Request.ContractId,
        Head.Code,
        Head.Text,
        Days,
        Exact.Normalised(part.Quantity),
        unit,
        Exact.Normalised(part.Price),
        Exact.Normalised(exactAmount),
        Rounding.ToMoney(exactAmount, Request.Currency),
        part.Tier,
        part.TimeOfUse,
        Reference,
        Head.TaxCategory,
        source);
}
