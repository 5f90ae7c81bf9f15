namespace BillingActors.Domain.Tax.Terms;

/// <summary>What is rounded where a price includes tax; the other is the rest.</summary>
public enum TaxInclusiveRounding
{
    /// <summary>The net; the tax is the rest.</summary>
    Net,

    /// <summary>The tax; the net is the rest.</summary>
    Tax,
}
