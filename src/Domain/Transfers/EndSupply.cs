using NodaTime;

namespace BillingActors.Domain.Transfers;

/// <summary>Ends a contract because the customer moves out.</summary>
/// <param name="MoveOutId">Id of the move-out.</param>
/// <param name="From">This account, "entity/account".</param>
/// <param name="ContractId">The contract.</param>
/// <param name="Until">Its end day, exclusive.</param>
/// <param name="TransferTo">The account the balance goes to, "entity/account"; null: it stays.</param>
/// <param name="On">Today, in the entity's zone.</param>
public sealed record EndSupply(
    string MoveOutId, string From, string ContractId, LocalDate Until, string? TransferTo, LocalDate On);
