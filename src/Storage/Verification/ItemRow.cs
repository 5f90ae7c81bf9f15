namespace BillingActors.Storage.Verification;

/// <summary>An open item as its row has it.</summary>
internal readonly record struct ItemRow(
    string ItemId, long OriginalMinor, long OpenMinor, string IssuedOn, string DueOn);
