namespace BillingActors.Storage.Verification;

/// <summary>A document with its number and body.</summary>
internal sealed record DocumentRow(DocumentColumns Columns, long Number, byte[] Hash, byte[] Body);
