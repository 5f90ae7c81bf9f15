using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;
using Wire = BillingActors.Grains.Interfaces.Collections;

namespace BillingActors.Grains.Accounts;

/// <summary>Promises, plans, agencies, and orders to the field.</summary>
internal sealed partial class AccountGrain
{
    private const string Cancelled = "cancelled";

    public async Task<Reply<Receipt>> MakePromise(
        CommandEnvelope envelope, MakePromise command, CancellationToken cancellation)
    {
        var policy = await Policy(cancellation);
        return await Run(
            envelope,
            RequestHash.Of("make-promise", command),
            command.PromiseId,
            (account, _) => PromiseMaking.Decide(account, command.ToEvent(), policy.Promises),
            cancellation);
    }

    public Task<Reply<Receipt>> EndPromise(
        CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("end-promise", command),
            command.Id,
            (account, _) => command.End == Cancelled
                ? PromiseCancelling.Decide(account, command.Id, command.On.ToDomain())
                : KindUnknown,
            cancellation);

    public async Task<Reply<Receipt>> AgreePlan(
        CommandEnvelope envelope, Wire.AgreePlan command, CancellationToken cancellation)
    {
        var policy = await Policy(cancellation);
        return await Run(
            envelope,
            RequestHash.Of("agree-plan", command),
            command.PlanId,
            (account, _) => PlanAgreement.Decide(account, command.ToDomain(), policy.Plans),
            cancellation);
    }

    public Task<Reply<Receipt>> EndPlan(
        CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("end-plan", command),
            command.Id,
            (account, _) => command.End == Cancelled
                ? PlanCancelling.Decide(account, command.Id, command.On.ToDomain())
                : KindUnknown,
            cancellation);

    public Task<Reply<Receipt>> PlaceWithAgency(
        CommandEnvelope envelope, Wire.PlaceWithAgency command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("place-with-agency", command),
            command.PlacementId,
            (account, _) => AgencyPlacing.Decide(account, command.ToDomain()),
            cancellation);

    public Task<Reply<Receipt>> EndPlacement(
        CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("end-placement", command),
            command.Id,
            (account, _) => command.End.ToWord<PlacementStatus>() is { } end and not PlacementStatus.Placed
                ? AgencyEnding.Decide(
                    account, new AccountEvent.AgencyPlacementEnded(command.Id, end, command.On.ToDomain()))
                : KindUnknown,
            cancellation);

    public Task<Reply<Receipt>> BookCommission(
        CommandEnvelope envelope, Wire.BookCommission command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("book-commission", command),
            command.CommissionId,
            (account, context) => CommissionBooking.Decide(
                account,
                new(command.PlacementId, command.CommissionId, command.CollectedMinor, command.On.ToDomain()),
                context),
            cancellation);

    public Task<Reply<Receipt>> ServeNotice(
        CommandEnvelope envelope, ServeNotice command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("serve-notice", command),
            command.NoticeId,
            (account, _) => command.Delivery.ToWord<NoticeDelivery>() is { } delivery
                ? NoticeServing.Decide(account, new AccountEvent.NoticeServed(
                    command.NoticeId, command.ContractId, delivery, command.On.ToDomain()))
                : KindUnknown,
            cancellation);

    public Task<Reply<Receipt>> RecordContact(
        CommandEnvelope envelope, RecordContact command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("record-contact", command),
            command.ContactId,
            (account, _) => ContactRecording.Decide(
                account, new(command.ContactId, command.Channel, command.On.ToDomain())),
            cancellation);

    public async Task<Reply<Receipt>> OrderDisconnection(
        CommandEnvelope envelope, Wire.OrderDisconnection command, CancellationToken cancellation)
    {
        var policy = await Policy(cancellation);
        return await Run(
            envelope,
            RequestHash.Of("order-disconnection", command),
            command.OrderId,
            (account, context) => Disconnection.Decide(account, policy, command.ToDomain(), context),
            cancellation);
    }

    public async Task<Reply<Receipt>> OrderReconnection(
        CommandEnvelope envelope, Wire.OrderReconnection command, CancellationToken cancellation)
    {
        var policy = await Policy(cancellation);
        return await Run(
            envelope,
            RequestHash.Of("order-reconnection", command),
            command.OrderId,
            (account, _) => Reconnection.Decide(
                account, policy, new(command.OrderId, command.ContractId, command.On.ToDomain(), command.IsFree)),
            cancellation);
    }

    public Task<Reply<Receipt>> EndOrder(
        CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("end-order", command),
            command.Id,
            (account, _) => command.End.ToWord<ServiceOrderStatus>() is { } end and not ServiceOrderStatus.Pending
                ? OrderEnding.Decide(account, command.Id, end, command.On.ToDomain())
                : KindUnknown,
            cancellation);

    public async Task<DisconnectionCheckView?> CheckDisconnection(
        Wire.OrderDisconnection wanted, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        if (_account.Version == 0)
            return null;
        var policy = await Policy(cancellation);
        var blocks = DisconnectionGuard.Blocks(_account.State, policy, wanted.ToDomain());
        return new DisconnectionCheckView(
            wanted.ContractId, wanted.On, [.. blocks.Select(DisconnectionBlockNames.NameOf)]);
    }
}
