using System.Text;
using System.Text.Json;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Accounts;
using Wire = BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Grains.Mapping;

/// <summary>Accounts, wire ↔ domain.</summary>
internal static class AccountMapping
{
    public static AccountEvent.Opened ToEvent(this Wire.OpenAccount command, string entityId) => new(
        entityId,
        command.CustomerId,
        command.Currency,
        command.CycleId,
        command.TermsDays,
        command.OpenedOn.ToDomain());

    public static AccountEvent.ContractStarted ToEvent(this Wire.StartContract command) => new(
        command.ContractId,
        command.ServicePointId,
        command.TariffId,
        command.From.ToDomain(),
        command.Until.ToDomain());

    public static AccountEvent.ChargeAdded ToEvent(this Wire.AddCharge command) => new(
        command.ChargeId, command.Text, command.AmountMinor, command.TaxCategory, command.On.ToDomain());

    public static Wire.BalanceView ToBalance(this LoadedAccount loaded, DateTimeOffset asOf)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var account = loaded.State;
        return new Wire.BalanceView(
            entityId,
            accountId,
            account.Currency.Code,
            account.Balance.Minor,
            account.OpenItems.Length,
            account.OpenItems.IsEmpty ? null : account.OpenItems.Min(item => item.DueOn).ToWire(),
            loaded.Version,
            asOf,
            SpendingRoom.UsedMinor(account));
    }

    public static Wire.AccountView ToView(this LoadedAccount loaded, DateTimeOffset asOf)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var account = loaded.State;
        return new Wire.AccountView(
            entityId,
            accountId,
            account.CustomerId,
            account.IsOpen ? "open" : "closed",
            account.Currency.Code,
            account.CycleId,
            account.TermsDays,
            account.OpenedOn.ToWire(),
            [.. account.Contracts.Select(ToView)],
            [.. account.Charges.Select(ToView)],
            [.. account.OpenItems.Select(ToView)],
            account.Balance.Minor,
            account.InvoiceCount,
            loaded.Version,
            asOf,
            SpendingRoom.UsedMinor(account));
    }

    public static Wire.AccountHistoryEntry ToEntry(this StoredEvent stored)
    {
        var context = stored.Envelope.Context;
        var content = Encoding.UTF8.GetString(AccountEventJson.Write(stored.Happened));
        return new Wire.AccountHistoryEntry(
            stored.Envelope.Version,
            KindOf(content),
            context.At.ToDateTimeOffset(),
            context.Actor.Kind.ToWire(),
            context.Actor.Id,
            context.Source,
            context.Reason,
            content);
    }

    private static string KindOf(string content)
    {
        using var json = JsonDocument.Parse(content);
        return json.RootElement.GetProperty("kind").GetString() ?? "";
    }

    private static Wire.ContractView ToView(Contract contract) => new(
        contract.Id,
        contract.ServicePointId,
        contract.From.ToWire(),
        contract.Until.ToWire(),
        [.. contract.Tariffs.Select(t => new Wire.TariffAssignmentView(t.From.ToWire(), t.TariffId))],
        contract.BilledThrough.ToWire());

    private static Wire.PendingChargeView ToView(PendingCharge charge) =>
        new(charge.Id, charge.Text, charge.Amount.Minor, charge.TaxCategory, charge.On.ToWire());

    public static Wire.OpenItemView ToView(this OpenItem item) => new(
        item.Id, item.Number, item.Original.Minor, item.Open.Minor, item.IssuedOn.ToWire(), item.DueOn.ToWire());
}
