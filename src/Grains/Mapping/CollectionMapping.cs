using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Accounts;
using NodaTime;
using Wire = BillingActors.Grains.Interfaces.Collections;

namespace BillingActors.Grains.Mapping;

/// <summary>Collection, wire ↔ domain.</summary>
internal static class CollectionMapping
{
    public static OrderDisconnection ToDomain(this Wire.OrderDisconnection command) => new(
        command.OrderId,
        command.ContractId,
        command.On.ToDomain(),
        command is { ForecastLowCelsius: { } low, ForecastHighCelsius: { } high } ? new Forecast(low, high) : null);

    public static AgreePlan ToDomain(this Wire.AgreePlan command) => new(
        command.PlanId,
        command.On.ToDomain(),
        command.ItemIds.IsDefault ? [] : command.ItemIds,
        command.DueOn.IsDefault ? [] : [.. command.DueOn.Select(day => day.ToDomain())],
        command.FirstMinor);

    public static PlaceWithAgency ToDomain(this Wire.PlaceWithAgency command) => new(
        command.PlacementId,
        command.AgencyId,
        command.CommissionPercent,
        command.ItemIds.IsDefault ? [] : command.ItemIds,
        command.On.ToDomain());

    public static AccountEvent.PromiseMade ToEvent(this Wire.MakePromise command) => new(
        command.PromiseId,
        command.AmountMinor,
        command.On.ToDomain(),
        command.DueOn.ToDomain(),
        command.SaidBy,
        command.ItemIds.IsDefault ? [] : command.ItemIds);

    public static Wire.CollectionView ToCollection(this LoadedAccount loaded, string policyId)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var (account, file) = (loaded.State, loaded.State.Collected);
        return new Wire.CollectionView(
            entityId,
            accountId,
            account.Currency.Code,
            file.Segment,
            file.Jurisdiction,
            policyId,
            account.ReviewOn.ToWire(),
            [.. file.Letters.Select(letter => new Wire.LetterRow(
                letter.Id, letter.Level, letter.On.ToWire(), letter.AskedMinor, letter.FeeMinor))],
            [.. file.Blocks.Select(block => new Wire.BlockView(
                block.Id, block.Kind.ToCode(), block.From.ToWire(), block.Through.ToWire()))],
            [.. file.Promises.Select(ToView)],
            [.. file.Plans.Select(plan => ToView(plan, account))],
            [.. file.Placements.Select(ToView)],
            [.. file.Orders.Select(ToView)],
            loaded.Version);
    }

    public static Wire.DunningPreviewView ToPreview(
        this DunningProposal proposal, string accountKey, string policyId, LocalDate on)
    {
        var (entityId, accountId) = AccountKey.Split(accountKey);
        return new Wire.DunningPreviewView(
            entityId,
            accountId,
            policyId,
            on.ToWire(),
            proposal.Hold.ToCode(),
            proposal.Level,
            [.. proposal.Items.Select(ToView)],
            proposal.CreditMinor,
            proposal.FeeMinor);
    }

    public static Wire.LetterView ToView(this AccountEvent.LetterSent letter, LoadedAccount loaded)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        return new Wire.LetterView(
            letter.LetterId,
            entityId,
            accountId,
            loaded.State.CustomerId,
            letter.PolicyId,
            letter.Level,
            letter.Letter,
            letter.On.ToWire(),
            letter.PayUntil.ToWire(),
            loaded.State.Currency.Code,
            [.. letter.Items.Select(ToView)],
            letter.CreditMinor,
            letter.FeeMinor,
            letter.Items.Sum(item => item.AskedMinor) - letter.CreditMinor + letter.FeeMinor);
    }

    private static Wire.LetterItemView ToView(LetterItem item) => new(
        item.ItemId,
        item.Number,
        item.Kind.ToCode(),
        item.IssuedOn.ToWire(),
        item.DueOn.ToWire(),
        item.OpenMinor,
        item.HeldMinor,
        item.LevelBefore,
        item.Level);

    private static Wire.PromiseView ToView(PaymentPromise promise) => new(
        promise.Id,
        promise.AmountMinor,
        promise.ReceivedMinor,
        promise.MadeOn.ToWire(),
        promise.DueOn.ToWire(),
        promise.SaidBy,
        promise.Status.ToCode(),
        promise.ItemIds);

    private static Wire.PlanView ToView(PaymentPlan plan, Account account) => new(
        plan.Id,
        plan.Status.ToCode(),
        plan.AgreedOn.ToWire(),
        plan.GraceDays,
        plan.TotalMinor,
        plan.PaidMinor(account),
        [.. plan.Items.Select(item => item.ItemId)],
        [.. plan.Instalments.Select(part => new Wire.InstalmentView(part.DueOn.ToWire(), part.AmountMinor))]);

    private static Wire.PlacementView ToView(AgencyPlacement placement) => new(
        placement.Id,
        placement.AgencyId,
        placement.Status.ToCode(),
        placement.PlacedOn.ToWire(),
        placement.CommissionPercent,
        placement.CollectedMinor,
        [.. placement.Items.Select(item => item.ItemId)]);

    private static Wire.ServiceOrderView ToView(ServiceOrder order) => new(
        order.Id,
        order.Kind.ToCode(),
        order.ContractId,
        order.ServicePointId,
        order.OrderedOn.ToWire(),
        order.Status.ToCode());
}
