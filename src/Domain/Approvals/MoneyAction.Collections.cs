using System.Text.Json.Serialization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>Actions of the collection.</summary>
[JsonDerivedType(typeof(Waiving), Waiving.ActionName)]
public abstract partial record MoneyAction
{
    /// <summary>A fee or interest is given up.</summary>
    public sealed record Waiving(WaiveCharge Command) : MoneyAction
    {
        /// <summary>The name limits are given for.</summary>
        public const string ActionName = "waive";

        /// <inheritdoc />
        public override string Name => ActionName;

        /// <inheritdoc />
        public override string Id => Command.WaiverId;

        /// <inheritdoc />
        public override long EffectMinor(Account account) =>
            Command.AmountMinor ?? account.Item(Command.ItemId)?.Open.Minor ?? 0;

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            ChargeWaiving.Decide(account, Command, context);
    }
}
