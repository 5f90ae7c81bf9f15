using NodaTime;

namespace BillingActors.Domain.Transfers;

/// <summary>A contract that was moved out of.</summary>
/// <param name="Id">Id of the move-out; also that of the transfer of the balance.</param>
/// <param name="ContractId">The contract.</param>
/// <param name="Until">Its end day, exclusive.</param>
/// <param name="TransferTo">The account the balance goes to, "entity/account"; null: it stays.</param>
/// <param name="On">When it was entered.</param>
public sealed record MoveOut(string Id, string ContractId, LocalDate Until, string? TransferTo, LocalDate On)
{
    /// <summary>Whether the balance is still to be sent.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Why the balance stayed although it was to go; null otherwise.</summary>
    public string? Code { get; init; }
}
