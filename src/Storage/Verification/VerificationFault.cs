namespace BillingActors.Storage.Verification;

/// <summary>A place where a rule is broken.</summary>
/// <param name="Subject">The account, series, import, run, service point or record.</param>
/// <param name="Detail">What is wrong there; no personal data.</param>
public sealed record VerificationFault(string Subject, string Detail);
