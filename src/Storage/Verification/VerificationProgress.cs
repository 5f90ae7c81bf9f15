namespace BillingActors.Storage.Verification;

/// <summary>How far a verification is.</summary>
/// <param name="Part">What is looked at: "accounts", "numbers", "imports", "cash", "meters", "runs", "master",
/// "seals".</param>
/// <param name="DoneCount">How many of it are done.</param>
/// <param name="TotalCount">How many there are; null where nobody counted.</param>
public sealed record VerificationProgress(string Part, long DoneCount, long? TotalCount);
