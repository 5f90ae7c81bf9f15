using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>Text in a drawing; markup cannot say it, because there the same word stands for plain text.</summary>
public sealed class Caption : ComponentBase
{
    /// <summary>Where it stands.</summary>
    [Parameter, EditorRequired]
    public int X { get; set; }

    /// <summary>Where its base line is.</summary>
    [Parameter, EditorRequired]
    public int Y { get; set; }

    /// <summary>What it says.</summary>
    [Parameter, EditorRequired]
    public string Says { get; set; } = "";

    /// <summary>Class.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>Which part of it stands at X: start, middle or end.</summary>
    [Parameter]
    public string Anchor { get; set; } = "middle";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddContent(5, Says);
        builder.CloseElement();
    }
}
