using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Verification;

/// <summary>A seal that was kept where the database is not: the books must still agree with it.</summary>
/// <param name="Seal">The seal.</param>
/// <param name="PublicKey">The key it must be signed with; empty where only its own is known.</param>
public sealed record OutsideSeal(AuditSeal Seal, ReadOnlyMemory<byte> PublicKey);
