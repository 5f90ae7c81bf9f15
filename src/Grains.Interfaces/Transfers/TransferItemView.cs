namespace BillingActors.Grains.Interfaces.Transfers;

/// <summary>An open item that a transfer moves.</summary>
/// <param name="ItemId">Its id at the account it leaves.</param>
/// <param name="Number">The number it bears at both accounts.</param>
/// <param name="Kind">invoice, credit-memo, debit-memo, fee, interest, deposit or transfer.</param>
/// <param name="AmountMinor">What is open of it, in minor units.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date, the same at both accounts.</param>
[GenerateSerializer, Immutable, Alias("transfer-item-view")]
public sealed record TransferItemView(
    [property: Id(0)] string ItemId,
    [property: Id(1)] string Number,
    [property: Id(2)] string Kind,
    [property: Id(3)] long AmountMinor,
    [property: Id(4)] DateOnly IssuedOn,
    [property: Id(5)] DateOnly DueOn);
