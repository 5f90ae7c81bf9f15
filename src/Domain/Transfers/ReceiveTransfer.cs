using NodaTime;

namespace BillingActors.Domain.Transfers;

/// <summary>Takes in what another account has sent.</summary>
/// <param name="From">The other account, "entity/account".</param>
/// <param name="Transfer">The transfer as the other account keeps it.</param>
/// <param name="Currency">Currency of the other account.</param>
/// <param name="On">Today, in the entity's zone.</param>
public sealed record ReceiveTransfer(string From, OutgoingTransfer Transfer, string Currency, LocalDate On);
