namespace BillingActors.Domain.Collectives;

/// <summary>The bill, credit memo, fee or interest of a child as a line of its parent's collective bill.</summary>
/// <param name="AccountId">The child, an account of the same legal entity.</param>
/// <param name="Version">Version of the child's event that issued its bill.</param>
/// <param name="Number">Number of the bill; of a fee or interest its id.</param>
/// <param name="NetMinor">Net amount.</param>
/// <param name="TaxMinor">Taxes.</param>
public sealed record ChildBill(string AccountId, long Version, string Number, long NetMinor, long TaxMinor)
{
    /// <summary>Whether it is a fee or interest, which has no document.</summary>
    public bool IsFee { get; init; }
}
