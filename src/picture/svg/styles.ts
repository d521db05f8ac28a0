/** The drawing's styles, for light and for dark; all of them below its own class, for the page that it may be part of. */
export const STYLES = `
.isolint { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-size: 12.5px }
.isolint .paper { fill: #fff }
.isolint text { fill: #1f2a33 }
.isolint .small, .isolint .small tspan { font-size: 11px; font-weight: 400 }
.isolint .small { fill: #5b6b76 }
.isolint .network > rect { fill: #f3f7fb; stroke: #7d9bb5 }
.isolint .network > text { font-weight: 600 }
.isolint .subnet > rect { fill: #e4edf5; stroke: #b3c7d8 }
.isolint .services > rect { fill: none; stroke: #b0bec5; stroke-dasharray: 2 4 }
.isolint .services > text { fill: #5b6b76 }
.isolint .item > rect { fill: #fff; stroke: #90a4ae }
.isolint .injected > rect { fill: #e0f4f1; stroke: #00897b }
.isolint .injected > .icon { stroke: #00796b }
.isolint .service > rect { stroke-width: 1.2 }
.isolint .outside > text { font-weight: 600 }
.isolint .icon { fill: none; stroke: #5b6b76; stroke-width: 1.3; stroke-linecap: round; stroke-linejoin: round }
.isolint .is-open > rect { stroke: #c62828; stroke-width: 2 }
.isolint .is-selected > rect { stroke: #b26a00 }
.isolint .is-private > rect { stroke: #2e7d32 }
.isolint .t-open { fill: #c62828; font-weight: 600 }
.isolint .t-selected { fill: #a05f00 }
.isolint .t-private { fill: #2e7d32 }
.isolint .line { fill: none; stroke-width: 1.7 }
.isolint .unsure { stroke-dasharray: 5 4 }
.isolint .public { stroke: #c62828 } .isolint .head.public { fill: #c62828 }
.isolint .peering { stroke: #607d8b } .isolint .head.peering { fill: #607d8b }
.isolint .gateway { stroke: #7b1fa2 } .isolint .head.gateway { fill: #7b1fa2 }
.isolint .private-endpoint { stroke: #2e7d32 } .isolint .head.private-endpoint { fill: #2e7d32 }
.isolint .service-endpoint { stroke: #1565c0 } .isolint .head.service-endpoint { fill: #1565c0 }
@media (prefers-color-scheme: dark) {
.isolint .paper { fill: #12181d }
.isolint text { fill: #e3eaef }
.isolint .small, .isolint .services > text { fill: #9fb0bb }
.isolint .network > rect { fill: #18222b; stroke: #5f7f99 }
.isolint .subnet > rect { fill: #20303d; stroke: #3f566a }
.isolint .services > rect { stroke: #4a5a66 }
.isolint .item > rect { fill: #12181d; stroke: #6d808c }
.isolint .injected > rect { fill: #0f332f; stroke: #4db6ac }
.isolint .injected > .icon { stroke: #80cbc4 }
.isolint .icon { stroke: #9fb0bb }
.isolint .is-open > rect { stroke: #ff7b72 }
.isolint .is-selected > rect { stroke: #ffb74d }
.isolint .is-private > rect { stroke: #81c784 }
.isolint .t-open { fill: #ff7b72 }
.isolint .t-selected { fill: #ffb74d }
.isolint .t-private { fill: #81c784 }
.isolint .public { stroke: #ff7b72 } .isolint .head.public { fill: #ff7b72 }
.isolint .peering { stroke: #90a4ae } .isolint .head.peering { fill: #90a4ae }
.isolint .gateway { stroke: #ce93d8 } .isolint .head.gateway { fill: #ce93d8 }
.isolint .private-endpoint { stroke: #81c784 } .isolint .head.private-endpoint { fill: #81c784 }
.isolint .service-endpoint { stroke: #82b1ff } .isolint .head.service-endpoint { fill: #82b1ff }
}
`;
