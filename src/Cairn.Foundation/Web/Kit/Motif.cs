namespace Cairn.Foundation.Web.Kit;

/// <summary>The picture in the head of a page. One idea in five scenes: a click, and the ring it makes.</summary>
public enum Motif
{
    /// <summary>A cursor at the centre of its rings.</summary>
    Click,

    /// <summary>Two speech bubbles: someone is writing, and someone has stopped answering.</summary>
    Talk,

    /// <summary>Three stones, and a light on the top one.</summary>
    Beacon,

    /// <summary>Someone else's cursor, and one beside it.</summary>
    Beside,

    /// <summary>A cursor beside its rings: the page that is not there.</summary>
    Missed,
}
