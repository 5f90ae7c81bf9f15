using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Invoicing;

/// <summary>Everything a closing looks at beside the account itself.</summary>
/// <param name="Until">End of the run's period, exclusive.</param>
/// <param name="Entity">The legal entity.</param>
/// <param name="Cycle">The bill cycle.</param>
/// <param name="Contracts">Inputs of each contract with unbilled days.</param>
public sealed record ClosingInputs(
    LocalDate Until, LegalEntity Entity, BillCycle Cycle, ImmutableArray<ContractInputs> Contracts);
