
namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>Finds why a subscription cannot be billed as it is written down.</summary>
internal static class SubscriptionValidation
{
    private const int DayMax = 31;

    /// <summary>Adds a reason for each thing that is wrong.</summary>
    public static void Check(SubscriptionRequest request, HoldList holds)
    {
        var life = request.Life;
        CheckTariff(request, life.Tariff, holds);
        if (life.Until < life.Start)
            holds.Add("doubtful-life", "The life ends before it starts.");
        if (life.BillingDay is < 1 or > DayMax)
            holds.Add("doubtful-life", $"Billing day {life.BillingDay} is not between 1 and 31.");
        if (life.Quantity < 0m || life.Quantities.Values.Any(static quantity => quantity < 0m))
            holds.Add("doubtful-life", "A quantity is not negative.");
        for (var i = 0; i < life.Actions.Length; i++)
            CheckAction(request, life.Actions[i], i, holds);
    }

    private static void CheckAction(SubscriptionRequest request, SubscriptionAction action, int index, HoldList holds)
    {
        if (action.On < request.Life.Start)
            holds.Add("doubtful-life", $"Action {index} counts from before the start.");
        switch (action)
        {
            case SubscriptionAction.Change change:
                CheckTariff(request, change.Tariff, holds);
                break;
            case SubscriptionAction.Quantity { Value: < 0m }:
                holds.Add("doubtful-life", $"The quantity of action {index} is negative.");
                break;
            case SubscriptionAction.BillingDay { Day: < 1 or > DayMax }:
                holds.Add("doubtful-life", $"The billing day of action {index} is not between 1 and 31.");
                break;
        }
    }

    private static void CheckTariff(SubscriptionRequest request, string id, HoldList holds)
    {
        if (request.Tariff(id) is not { } tariff)
        {
            holds.Add("unknown-tariff", $"Tariff {id} is not given.");
            return;
        }
        if (tariff.Currency != request.Currency)
        {
            holds.Add("currency-mismatch",
                $"Tariff {tariff.Id} has prices in {tariff.Currency}, the account is in {request.Currency}.");
        }
        foreach (var charge in tariff.Versions.SelectMany(version => version.Charges))
        {
            if (RecurringKinds.Of(charge) is null)
            {
                holds.Add("no-subscription-charge",
                    $"Charge {charge.Head.Code} of {tariff.Id} needs metered usage or is per day.");
            }
        }
        var since = request.Life.CustomerSince ?? request.Life.Start.Date;
        if (tariff.Versions.All(version => version.ValidFrom > since))
            holds.Add("tariff-gap", $"Tariff {tariff.Id} has no version valid on {since:uuuu-MM-dd}.");
    }
}
