using System.Text.Json.Serialization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>
/// Something done by hand that costs or brings back money, and so has a limit: it is decided by its own area, at once
/// or when a second person agrees. The kebab-case names are stored for ever.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "action")]
[JsonDerivedType(typeof(Adjusting), "adjust")]
[JsonDerivedType(typeof(WritingOff), "write-off")]
[JsonDerivedType(typeof(Recovering), "recover-write-off")]
public abstract partial record MoneyAction
{
    private MoneyAction()
    {
    }

    /// <summary>The name limits are given for.</summary>
    public abstract string Name { get; }

    /// <summary>Id of what it makes; also that of its request.</summary>
    public abstract string Id { get; }

    /// <summary>Whether a second person agrees however small it is.</summary>
    public virtual bool NeedsSecondPerson => false;

    /// <summary>What it moves, in minor units of the account.</summary>
    public abstract long EffectMinor(Account account);

    /// <summary>Decides it as if it were allowed.</summary>
    public abstract Decision<AccountEvent> Decide(Account account, CommandContext context);

    /// <summary>An item is lowered.</summary>
    public sealed record Adjusting(AdjustItem Command) : MoneyAction
    {
        /// <inheritdoc />
        public override string Name => "adjust";

        /// <inheritdoc />
        public override string Id => Command.AdjustmentId;

        /// <inheritdoc />
        public override long EffectMinor(Account account) => Command.AmountMinor;

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            ItemAdjustment.Decide(account, Command, context);
    }

    /// <summary>Items are written off.</summary>
    public sealed record WritingOff(WriteOffItems Command) : MoneyAction
    {
        /// <inheritdoc />
        public override string Name => "write-off";

        /// <inheritdoc />
        public override string Id => Command.WriteOffId;

        /// <inheritdoc />
        public override long EffectMinor(Account account) =>
            Command.Items.Sum(item => account.Item(item.ItemId)?.Open.Minor ?? 0);

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            ItemWriteOff.Decide(account, Command, context);
    }

    /// <summary>A write-off is taken back.</summary>
    public sealed record Recovering(RecoverWriteOff Command) : MoneyAction
    {
        /// <inheritdoc />
        public override string Name => "recover-write-off";

        /// <inheritdoc />
        public override string Id => Command.RecoveryId;

        /// <inheritdoc />
        public override long EffectMinor(Account account) => Command.AmountMinor;

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            WriteOffRecovery.Decide(account, Command, context);
    }
}
