namespace BillingActors.Storage.Verification;

/// <summary>A request for approval as its row has it.</summary>
internal readonly record struct RequestRow(
    string RequestId,
    string Action,
    long EffectMinor,
    string Currency,
    string Maker,
    string Reason,
    string On,
    string ExpiresOn);
