using BillingActors.Domain.Tax.Terms;

namespace BillingActors.Domain.Tax.Working;

/// <summary>A tax as it stands for a line.</summary>
/// <param name="Rule">The tax.</param>
/// <param name="Jurisdiction">Whose it is; null: one of the tariff.</param>
/// <param name="Terms">How it is applied.</param>
/// <param name="Applies">Whether it is taken of the line at all.</param>
/// <param name="Relief">What frees the line; null: nothing.</param>
internal sealed record AppliedTax(
    TaxRule Rule, string? Jurisdiction, TaxTerms Terms, bool Applies, TaxRelief? Relief)
{
    /// <summary>The part of the base that is taxed, 0 to 1.</summary>
    public decimal TaxedPart => Relief is { } relief ? 1m - (relief.SharePercent / 100m) : 1m;

    /// <summary>What its taxed base is summed under.</summary>
    public TaxKey Key { get; } = new(Jurisdiction, Rule.Code, Rule.Percent, Rule.PerUnit, Rule.Unit, Rule.Reason, null);

    /// <summary>What its freed base is summed under.</summary>
    public TaxKey FreedKey => new(Jurisdiction, Rule.Code, 0m, null, null, Relief!.Reason, Relief.Evidence);
}
