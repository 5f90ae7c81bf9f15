using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Bank;

/// <summary>What came in by the statements of a bank; they name no legal entity and no account of ours.</summary>
/// <param name="Payments">Money that came in, in the order of the file.</param>
/// <param name="LeftOut">All other entries.</param>
public sealed record BankMoney(ImmutableArray<PaymentEntry> Payments, ImmutableArray<LeftOutEntry> LeftOut);
