using NodaTime;

namespace BillingActors.Domain.Approvals;

/// <summary>Asks for an action: it is done at once within the limit, and waits for a second person above it.</summary>
/// <param name="Action">What is to be done.</param>
/// <param name="LimitMinor">How much the person may move alone on one day and customer, inclusive.</param>
/// <param name="On">Today, in the entity's zone.</param>
/// <param name="ExpiresOn">The last day on which it could be approved.</param>
/// <param name="ElsewhereMinor">What the person moved that day by it on other accounts of the customer.</param>
public sealed record TakeAction(
    MoneyAction Action, long LimitMinor, LocalDate On, LocalDate ExpiresOn, long ElsewhereMinor = 0);
