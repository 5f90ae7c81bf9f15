using System.Collections.Immutable;
using BillingActors.Formats.Bank;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Gateway.Payments;

/// <summary>What stands in a file of payments.</summary>
/// <param name="Entries">Payments, in the order of the file.</param>
/// <param name="Problems">What is wrong with it; none of it is taken then.</param>
/// <param name="LeftOut">Entries of a bank that are no money which came in.</param>
internal sealed record ReadPayments(
    ImmutableArray<PaymentEntry> Entries,
    ImmutableArray<RecordProblem> Problems,
    ImmutableArray<LeftOutEntry> LeftOut);
