namespace BillingActors.Storage.Cash;

/// <summary>A receipt that stands, and the account that has it.</summary>
public sealed record HeldReceipt(string ReceiptId, string Source, string AccountId);
