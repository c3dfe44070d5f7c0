var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod2) => function __require() {
  try {
    return mod2 || (0, cb[__getOwnPropNames(cb)[0]])((mod2 = { exports: {} }).exports, mod2), mod2.exports;
  } catch (e) {
    throw mod2 = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod2, isNodeMode, target) => (target = mod2 != null ? __create(__getProtoOf(mod2)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod2 || !mod2.__esModule ? __defProp(target, "default", { value: mod2, enumerable: true }) : target,
  mod2
));

// .build/assets/node_modules/hash-wasm/dist/argon2.umd.min.js
var require_argon2_umd_min = __commonJS({
  ".build/assets/node_modules/hash-wasm/dist/argon2.umd.min.js"(exports, module) {
    !(function(A, I) {
      "object" == typeof exports && "undefined" != typeof module ? I(exports) : "function" == typeof define && define.amd ? define(["exports"], I) : I((A = "undefined" != typeof globalThis ? globalThis : A || self).hashwasm = A.hashwasm || {});
    })(exports, function(A) {
      "use strict";
      function I(A2, I2, i2, g2) {
        return new (i2 || (i2 = Promise))(function(C2, B2) {
          function Q2(A3) {
            try {
              h2(g2.next(A3));
            } catch (A4) {
              B2(A4);
            }
          }
          function E2(A3) {
            try {
              h2(g2.throw(A3));
            } catch (A4) {
              B2(A4);
            }
          }
          function h2(A3) {
            var I3;
            A3.done ? C2(A3.value) : (I3 = A3.value, I3 instanceof i2 ? I3 : new i2(function(A4) {
              A4(I3);
            })).then(Q2, E2);
          }
          h2((g2 = g2.apply(A2, I2 || [])).next());
        });
      }
      "function" == typeof SuppressedError && SuppressedError;
      var i, g = { name: "argon2", data: "AGFzbQEAAAABKQVgAX8Bf2AAAX9gEH9/f39/f39/f39/f39/f38AYAR/f39/AGACf38AAwYFAAECAwQFBgEBAoCAAgYIAX8BQYCABAsHUwUGbWVtb3J5AgAPX19zdGFja19wb2ludGVyAwASSGFzaF9TZXRNZW1vcnlTaXplAAAOSGFzaF9HZXRCdWZmZXIAAQ5IYXNoX0NhbGN1bGF0ZQAECsc2BV0DAX8BfgF/QQAhAQJAIABBACkDiIAEIgKnIgNGDQBBACEBAkAgACADayIAQRB2IABB//8DcUEAR2oiAEAAQX9HDQBB/wHADwtBACACIABBEHStfDcDiIAECyABwAt0AwJ/AX4BfwJAQQAoAoCABCIADQBBAD8AQRB0IgE2AoCABAJAQQApA4iABCICpyIDQYCAIEYNAEEAIQBBgIAgIANrIgNBEHYgA0H//wNxQQBHaiIDQABBf0YNAUEAIAIgA0EQdK18NwOIgAQLIAEhAAsgAAvcDgECfiAAIAQpAwAiECAAKQMAIhF8IBFCAYZC/v///x+DIBBC/////w+DfnwiEDcDACAMIBAgDCkDAIVCIIkiEDcDACAIIBAgCCkDACIRfCARQgGGQv7///8fgyAQQv////8Pg358IhA3AwAgBCAQIAQpAwCFQiiJIhA3AwAgACAQIAApAwAiEXwgEEL/////D4MgEUIBhkL+////H4N+fCIQNwMAIAwgECAMKQMAhUIwiSIQNwMAIAggECAIKQMAIhF8IBBC/////w+DIBFCAYZC/v///x+DfnwiEDcDACAEIBAgBCkDAIVCAYk3AwAgASAFKQMAIhAgASkDACIRfCARQgGGQv7///8fgyAQQv////8Pg358IhA3AwAgDSAQIA0pAwCFQiCJIhA3AwAgCSAQIAkpAwAiEXwgEUIBhkL+////H4MgEEL/////D4N+fCIQNwMAIAUgECAFKQMAhUIoiSIQNwMAIAEgECABKQMAIhF8IBBC/////w+DIBFCAYZC/v///x+DfnwiEDcDACANIBAgDSkDAIVCMIkiEDcDACAJIBAgCSkDACIRfCAQQv////8PgyARQgGGQv7///8fg358IhA3AwAgBSAQIAUpAwCFQgGJNwMAIAIgBikDACIQIAIpAwAiEXwgEUIBhkL+////H4MgEEL/////D4N+fCIQNwMAIA4gECAOKQMAhUIgiSIQNwMAIAogECAKKQMAIhF8IBFCAYZC/v///x+DIBBC/////w+DfnwiEDcDACAGIBAgBikDAIVCKIkiEDcDACACIBAgAikDACIRfCAQQv////8PgyARQgGGQv7///8fg358IhA3AwAgDiAQIA4pAwCFQjCJIhA3AwAgCiAQIAopAwAiEXwgEEL/////D4MgEUIBhkL+////H4N+fCIQNwMAIAYgECAGKQMAhUIBiTcDACADIAcpAwAiECADKQMAIhF8IBFCAYZC/v///x+DIBBC/////w+DfnwiEDcDACAPIBAgDykDAIVCIIkiEDcDACALIBAgCykDACIRfCARQgGGQv7///8fgyAQQv////8Pg358IhA3AwAgByAQIAcpAwCFQiiJIhA3AwAgAyAQIAMpAwAiEXwgEEL/////D4MgEUIBhkL+////H4N+fCIQNwMAIA8gECAPKQMAhUIwiSIQNwMAIAsgECALKQMAIhF8IBBC/////w+DIBFCAYZC/v///x+DfnwiEDcDACAHIBAgBykDAIVCAYk3AwAgACAFKQMAIhAgACkDACIRfCARQgGGQv7///8fgyAQQv////8Pg358IhA3AwAgDyAQIA8pAwCFQiCJIhA3AwAgCiAQIAopAwAiEXwgEUIBhkL+////H4MgEEL/////D4N+fCIQNwMAIAUgECAFKQMAhUIoiSIQNwMAIAAgECAAKQMAIhF8IBBC/////w+DIBFCAYZC/v///x+DfnwiEDcDACAPIBAgDykDAIVCMIkiEDcDACAKIBAgCikDACIRfCAQQv////8PgyARQgGGQv7///8fg358IhA3AwAgBSAQIAUpAwCFQgGJNwMAIAEgBikDACIQIAEpAwAiEXwgEUIBhkL+////H4MgEEL/////D4N+fCIQNwMAIAwgECAMKQMAhUIgiSIQNwMAIAsgECALKQMAIhF8IBFCAYZC/v///x+DIBBC/////w+DfnwiEDcDACAGIBAgBikDAIVCKIkiEDcDACABIBAgASkDACIRfCAQQv////8PgyARQgGGQv7///8fg358IhA3AwAgDCAQIAwpAwCFQjCJIhA3AwAgCyAQIAspAwAiEXwgEEL/////D4MgEUIBhkL+////H4N+fCIQNwMAIAYgECAGKQMAhUIBiTcDACACIAcpAwAiECACKQMAIhF8IBFCAYZC/v///x+DIBBC/////w+DfnwiEDcDACANIBAgDSkDAIVCIIkiEDcDACAIIBAgCCkDACIRfCARQgGGQv7///8fgyAQQv////8Pg358IhA3AwAgByAQIAcpAwCFQiiJIhA3AwAgAiAQIAIpAwAiEXwgEEL/////D4MgEUIBhkL+////H4N+fCIQNwMAIA0gECANKQMAhUIwiSIQNwMAIAggECAIKQMAIhF8IBBC/////w+DIBFCAYZC/v///x+DfnwiEDcDACAHIBAgBykDAIVCAYk3AwAgAyAEKQMAIhAgAykDACIRfCARQgGGQv7///8fgyAQQv////8Pg358IhA3AwAgDiAQIA4pAwCFQiCJIhA3AwAgCSAQIAkpAwAiEXwgEUIBhkL+////H4MgEEL/////D4N+fCIQNwMAIAQgECAEKQMAhUIoiSIQNwMAIAMgECADKQMAIhF8IBBC/////w+DIBFCAYZC/v///x+DfnwiEDcDACAOIBAgDikDAIVCMIkiEDcDACAJIBAgCSkDACIRfCAQQv////8PgyARQgGGQv7///8fg358IhA3AwAgBCAQIAQpAwCFQgGJNwMAC+MdAQN/QQAhBEEAIAIpAwAgASkDAIU3A5CABEEAIAIpAwggASkDCIU3A5iABEEAIAIpAxAgASkDEIU3A6CABEEAIAIpAxggASkDGIU3A6iABEEAIAIpAyAgASkDIIU3A7CABEEAIAIpAyggASkDKIU3A7iABEEAIAIpAzAgASkDMIU3A8CABEEAIAIpAzggASkDOIU3A8iABEEAIAIpA0AgASkDQIU3A9CABEEAIAIpA0ggASkDSIU3A9iABEEAIAIpA1AgASkDUIU3A+CABEEAIAIpA1ggASkDWIU3A+iABEEAIAIpA2AgASkDYIU3A/CABEEAIAIpA2ggASkDaIU3A/iABEEAIAIpA3AgASkDcIU3A4CBBEEAIAIpA3ggASkDeIU3A4iBBEEAIAIpA4ABIAEpA4ABhTcDkIEEQQAgAikDiAEgASkDiAGFNwOYgQRBACACKQOQASABKQOQAYU3A6CBBEEAIAIpA5gBIAEpA5gBhTcDqIEEQQAgAikDoAEgASkDoAGFNwOwgQRBACACKQOoASABKQOoAYU3A7iBBEEAIAIpA7ABIAEpA7ABhTcDwIEEQQAgAikDuAEgASkDuAGFNwPIgQRBACACKQPAASABKQPAAYU3A9CBBEEAIAIpA8gBIAEpA8gBhTcD2IEEQQAgAikD0AEgASkD0AGFNwPggQRBACACKQPYASABKQPYAYU3A+iBBEEAIAIpA+ABIAEpA+ABhTcD8IEEQQAgAikD6AEgASkD6AGFNwP4gQRBACACKQPwASABKQPwAYU3A4CCBEEAIAIpA/gBIAEpA/gBhTcDiIIEQQAgAikDgAIgASkDgAKFNwOQggRBACACKQOIAiABKQOIAoU3A5iCBEEAIAIpA5ACIAEpA5AChTcDoIIEQQAgAikDmAIgASkDmAKFNwOoggRBACACKQOgAiABKQOgAoU3A7CCBEEAIAIpA6gCIAEpA6gChTcDuIIEQQAgAikDsAIgASkDsAKFNwPAggRBACACKQO4AiABKQO4AoU3A8iCBEEAIAIpA8ACIAEpA8AChTcD0IIEQQAgAikDyAIgASkDyAKFNwPYggRBACACKQPQAiABKQPQAoU3A+CCBEEAIAIpA9gCIAEpA9gChTcD6IIEQQAgAikD4AIgASkD4AKFNwPwggRBACACKQPoAiABKQPoAoU3A/iCBEEAIAIpA/ACIAEpA/AChTcDgIMEQQAgAikD+AIgASkD+AKFNwOIgwRBACACKQOAAyABKQOAA4U3A5CDBEEAIAIpA4gDIAEpA4gDhTcDmIMEQQAgAikDkAMgASkDkAOFNwOggwRBACACKQOYAyABKQOYA4U3A6iDBEEAIAIpA6ADIAEpA6ADhTcDsIMEQQAgAikDqAMgASkDqAOFNwO4gwRBACACKQOwAyABKQOwA4U3A8CDBEEAIAIpA7gDIAEpA7gDhTcDyIMEQQAgAikDwAMgASkDwAOFNwPQgwRBACACKQPIAyABKQPIA4U3A9iDBEEAIAIpA9ADIAEpA9ADhTcD4IMEQQAgAikD2AMgASkD2AOFNwPogwRBACACKQPgAyABKQPgA4U3A/CDBEEAIAIpA+gDIAEpA+gDhTcD+IMEQQAgAikD8AMgASkD8AOFNwOAhARBACACKQP4AyABKQP4A4U3A4iEBEEAIAIpA4AEIAEpA4AEhTcDkIQEQQAgAikDiAQgASkDiASFNwOYhARBACACKQOQBCABKQOQBIU3A6CEBEEAIAIpA5gEIAEpA5gEhTcDqIQEQQAgAikDoAQgASkDoASFNwOwhARBACACKQOoBCABKQOoBIU3A7iEBEEAIAIpA7AEIAEpA7AEhTcDwIQEQQAgAikDuAQgASkDuASFNwPIhARBACACKQPABCABKQPABIU3A9CEBEEAIAIpA8gEIAEpA8gEhTcD2IQEQQAgAikD0AQgASkD0ASFNwPghARBACACKQPYBCABKQPYBIU3A+iEBEEAIAIpA+AEIAEpA+AEhTcD8IQEQQAgAikD6AQgASkD6ASFNwP4hARBACACKQPwBCABKQPwBIU3A4CFBEEAIAIpA/gEIAEpA/gEhTcDiIUEQQAgAikDgAUgASkDgAWFNwOQhQRBACACKQOIBSABKQOIBYU3A5iFBEEAIAIpA5AFIAEpA5AFhTcDoIUEQQAgAikDmAUgASkDmAWFNwOohQRBACACKQOgBSABKQOgBYU3A7CFBEEAIAIpA6gFIAEpA6gFhTcDuIUEQQAgAikDsAUgASkDsAWFNwPAhQRBACACKQO4BSABKQO4BYU3A8iFBEEAIAIpA8AFIAEpA8AFhTcD0IUEQQAgAikDyAUgASkDyAWFNwPYhQRBACACKQPQBSABKQPQBYU3A+CFBEEAIAIpA9gFIAEpA9gFhTcD6IUEQQAgAikD4AUgASkD4AWFNwPwhQRBACACKQPoBSABKQPoBYU3A/iFBEEAIAIpA/AFIAEpA/AFhTcDgIYEQQAgAikD+AUgASkD+AWFNwOIhgRBACACKQOABiABKQOABoU3A5CGBEEAIAIpA4gGIAEpA4gGhTcDmIYEQQAgAikDkAYgASkDkAaFNwOghgRBACACKQOYBiABKQOYBoU3A6iGBEEAIAIpA6AGIAEpA6AGhTcDsIYEQQAgAikDqAYgASkDqAaFNwO4hgRBACACKQOwBiABKQOwBoU3A8CGBEEAIAIpA7gGIAEpA7gGhTcDyIYEQQAgAikDwAYgASkDwAaFNwPQhgRBACACKQPIBiABKQPIBoU3A9iGBEEAIAIpA9AGIAEpA9AGhTcD4IYEQQAgAikD2AYgASkD2AaFNwPohgRBACACKQPgBiABKQPgBoU3A/CGBEEAIAIpA+gGIAEpA+gGhTcD+IYEQQAgAikD8AYgASkD8AaFNwOAhwRBACACKQP4BiABKQP4BoU3A4iHBEEAIAIpA4AHIAEpA4AHhTcDkIcEQQAgAikDiAcgASkDiAeFNwOYhwRBACACKQOQByABKQOQB4U3A6CHBEEAIAIpA5gHIAEpA5gHhTcDqIcEQQAgAikDoAcgASkDoAeFNwOwhwRBACACKQOoByABKQOoB4U3A7iHBEEAIAIpA7AHIAEpA7AHhTcDwIcEQQAgAikDuAcgASkDuAeFNwPIhwRBACACKQPAByABKQPAB4U3A9CHBEEAIAIpA8gHIAEpA8gHhTcD2IcEQQAgAikD0AcgASkD0AeFNwPghwRBACACKQPYByABKQPYB4U3A+iHBEEAIAIpA+AHIAEpA+AHhTcD8IcEQQAgAikD6AcgASkD6AeFNwP4hwRBACACKQPwByABKQPwB4U3A4CIBEEAIAIpA/gHIAEpA/gHhTcDiIgEQZCABEGYgARBoIAEQaiABEGwgARBuIAEQcCABEHIgARB0IAEQdiABEHggARB6IAEQfCABEH4gARBgIEEQYiBBBACQZCBBEGYgQRBoIEEQaiBBEGwgQRBuIEEQcCBBEHIgQRB0IEEQdiBBEHggQRB6IEEQfCBBEH4gQRBgIIEQYiCBBACQZCCBEGYggRBoIIEQaiCBEGwggRBuIIEQcCCBEHIggRB0IIEQdiCBEHgggRB6IIEQfCCBEH4ggRBgIMEQYiDBBACQZCDBEGYgwRBoIMEQaiDBEGwgwRBuIMEQcCDBEHIgwRB0IMEQdiDBEHggwRB6IMEQfCDBEH4gwRBgIQEQYiEBBACQZCEBEGYhARBoIQEQaiEBEGwhARBuIQEQcCEBEHIhARB0IQEQdiEBEHghARB6IQEQfCEBEH4hARBgIUEQYiFBBACQZCFBEGYhQRBoIUEQaiFBEGwhQRBuIUEQcCFBEHIhQRB0IUEQdiFBEHghQRB6IUEQfCFBEH4hQRBgIYEQYiGBBACQZCGBEGYhgRBoIYEQaiGBEGwhgRBuIYEQcCGBEHIhgRB0IYEQdiGBEHghgRB6IYEQfCGBEH4hgRBgIcEQYiHBBACQZCHBEGYhwRBoIcEQaiHBEGwhwRBuIcEQcCHBEHIhwRB0IcEQdiHBEHghwRB6IcEQfCHBEH4hwRBgIgEQYiIBBACQZCABEGYgARBkIEEQZiBBEGQggRBmIIEQZCDBEGYgwRBkIQEQZiEBEGQhQRBmIUEQZCGBEGYhgRBkIcEQZiHBBACQaCABEGogARBoIEEQaiBBEGgggRBqIIEQaCDBEGogwRBoIQEQaiEBEGghQRBqIUEQaCGBEGohgRBoIcEQaiHBBACQbCABEG4gARBsIEEQbiBBEGwggRBuIIEQbCDBEG4gwRBsIQEQbiEBEGwhQRBuIUEQbCGBEG4hgRBsIcEQbiHBBACQcCABEHIgARBwIEEQciBBEHAggRByIIEQcCDBEHIgwRBwIQEQciEBEHAhQRByIUEQcCGBEHIhgRBwIcEQciHBBACQdCABEHYgARB0IEEQdiBBEHQggRB2IIEQdCDBEHYgwRB0IQEQdiEBEHQhQRB2IUEQdCGBEHYhgRB0IcEQdiHBBACQeCABEHogARB4IEEQeiBBEHgggRB6IIEQeCDBEHogwRB4IQEQeiEBEHghQRB6IUEQeCGBEHohgRB4IcEQeiHBBACQfCABEH4gARB8IEEQfiBBEHwggRB+IIEQfCDBEH4gwRB8IQEQfiEBEHwhQRB+IUEQfCGBEH4hgRB8IcEQfiHBBACQYCBBEGIgQRBgIIEQYiCBEGAgwRBiIMEQYCEBEGIhARBgIUEQYiFBEGAhgRBiIYEQYCHBEGIhwRBgIgEQYiIBBACAkACQCADRQ0AA0AgACAEaiIDIAIgBGoiBSkDACABIARqIgYpAwCFIARBkIAEaikDAIUgAykDAIU3AwAgA0EIaiIDIAVBCGopAwAgBkEIaikDAIUgBEGYgARqKQMAhSADKQMAhTcDACAEQRBqIgRBgAhHDQAMAgsLQQAhBANAIAAgBGoiAyACIARqIgUpAwAgASAEaiIGKQMAhSAEQZCABGopAwCFNwMAIANBCGogBUEIaikDACAGQQhqKQMAhSAEQZiABGopAwCFNwMAIARBEGoiBEGACEcNAAsLC64IDAV/AX4EfwJ+An8BfgN/AX4GfwF+A38BfgJAQQAoAoCABCICIAFBCnRqIgMoAgggAUcNACADKAIMIQQgAygCACEFQQAgAygCFCIGrTcDuIgEQQAgBK0iBzcDsIgEQQAgBSABIAVBAnRuIghsIglBAnStNwOoiAQCQAJAAkACQCAERQ0AQX8hCiAFRQ0BIAhBA2whCyAIQQJ0IgStIQwgBa0hDSAGQQJGIQ4gBkF/akECSSEPQgAhEANAQQAgEDcDkIgEIA4gEFAiEXEhEiAQpyETQgAhFEEAIQEDQEEAIBQ3A6CIBCAGQQFGIBIgFEICVHFyIRUgECAUhFAiAyAPcSEWQQJBACADGyEXQX8gAUEBakEDcSAIbEF/aiARGyEYIAEgE3IhGSABIAhsIRpCACEbA0BBAEIANwPAiARBACAbNwOYiAQgFyEBAkAgFkUNAEEAQgE3A8CIBEGQkARBkIgEQZCYBEEAEANBkJAEQZCQBEGQmARBABADQQIhAQsCQCABIAhPDQAgBCAbpyIKbCAaaiABaiEDA0AgA0EAIAQgARtBACAUUCIcG2pBf2ohHQJAAkAgFQ0AIAIgHUEKdCIdaiEeDAELAkAgAUH/AHEiHg0AQQBBACkDwIgEQgF8NwPAiARBkJAEQZCIBEGQmARBABADQZCQBEGQkARBkJgEQQAQAwsgHUEKdCEdIB5BA3RBkJAEaiEeCyACIANBCnRqIAIgHWogAiAeKQMAIh9CIIinIAVwIAogGRsiHSAEbCABIAFBACAbIB2tUSIdGyIeIBwbIBpqIB4gC2ogERsgAUUgHXJrIhwgGGqtIB9C/////w+DIh8gH35CIIggHK1+QiCIfSAMgqdqQQp0akEBEAMgA0EBaiEDIAFBAWoiASAISQ0ACwsgG0IBfCIbIA1SDQALIBRCAXwiFKchASAUQgRSDQALIBBCAXwiECAHUg0ACwsgCUEMdEGAeGohFSAFQX9qIgpFDQIMAQtBAEIDNwOgiARBACAEQX9qrTcDkIgEQYB4IRULIAIgFWohGiAIQQx0IRFBACEIA0AgAiARIAhBAWoiCGxqQYB4aiEeQXghBEEAIRwDQCAaIARqIgFBCGoiAyADKQMAIB4gHGoiAykDAIU3AwAgAUEQaiIdIB0pAwAgA0EIaikDAIU3AwAgAUEYaiIdIB0pAwAgA0EQaikDAIU3AwAgAUEgaiIBIAEpAwAgA0EYaikDAIU3AwAgHEEgaiEcIARBIGoiBEH4B0kNAAsgCCAKRw0ACwsgAiAVaiEcQXghAQNAIAIgAWoiA0EIaiAcIAFqIgRBCGopAwA3AwAgBEEQaikDACEfIARBGGopAwAhGyADQSBqIARBIGopAwA3AwAgA0EYaiAbNwMAIANBEGogHzcDACABQSBqIgFB+AdJDQALCws=", hash: "2b50b0d6" };
      class C {
        constructor() {
          this.mutex = Promise.resolve();
        }
        lock() {
          let A2 = () => {
          };
          return this.mutex = this.mutex.then(() => new Promise(A2)), new Promise((I2) => {
            A2 = I2;
          });
        }
        dispatch(A2) {
          return I(this, void 0, void 0, function* () {
            const I2 = yield this.lock();
            try {
              return yield Promise.resolve(A2());
            } finally {
              I2();
            }
          });
        }
      }
      const B = "undefined" != typeof globalThis ? globalThis : "undefined" != typeof self ? self : "undefined" != typeof window ? window : global, Q = null !== (i = B.Buffer) && void 0 !== i ? i : null, E = B.TextEncoder ? new B.TextEncoder() : null;
      function h(A2, I2) {
        return (15 & A2) + (A2 >> 6 | A2 >> 3 & 8) << 4 | (15 & I2) + (I2 >> 6 | I2 >> 3 & 8);
      }
      function w(A2, I2) {
        const i2 = I2.length >> 1;
        for (let g2 = 0; g2 < i2; g2++) {
          const i3 = g2 << 1;
          A2[g2] = h(I2.charCodeAt(i3), I2.charCodeAt(i3 + 1));
        }
      }
      const e = "a".charCodeAt(0) - 10, t = "0".charCodeAt(0);
      function o(A2, I2, i2) {
        let g2 = 0;
        for (let C2 = 0; C2 < i2; C2++) {
          let i3 = I2[C2] >>> 4;
          A2[g2++] = i3 > 9 ? i3 + e : i3 + t, i3 = 15 & I2[C2], A2[g2++] = i3 > 9 ? i3 + e : i3 + t;
        }
        return String.fromCharCode.apply(null, A2);
      }
      const n = null !== Q ? (A2) => {
        if ("string" == typeof A2) {
          const I2 = Q.from(A2, "utf8");
          return new Uint8Array(I2.buffer, I2.byteOffset, I2.length);
        }
        if (Q.isBuffer(A2)) return new Uint8Array(A2.buffer, A2.byteOffset, A2.length);
        if (ArrayBuffer.isView(A2)) return new Uint8Array(A2.buffer, A2.byteOffset, A2.byteLength);
        throw new Error("Invalid data type!");
      } : (A2) => {
        if ("string" == typeof A2) return E.encode(A2);
        if (ArrayBuffer.isView(A2)) return new Uint8Array(A2.buffer, A2.byteOffset, A2.byteLength);
        throw new Error("Invalid data type!");
      }, f = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", r = new Uint8Array(256);
      for (let A2 = 0; A2 < 64; A2++) r[f.charCodeAt(A2)] = A2;
      function F(A2, I2 = true) {
        const i2 = A2.length, g2 = i2 % 3, C2 = [], B2 = i2 - g2;
        for (let I3 = 0; I3 < B2; I3 += 3) {
          const i3 = (A2[I3] << 16 & 16711680) + (A2[I3 + 1] << 8 & 65280) + (255 & A2[I3 + 2]), g3 = f.charAt(i3 >> 18 & 63) + f.charAt(i3 >> 12 & 63) + f.charAt(i3 >> 6 & 63) + f.charAt(63 & i3);
          C2.push(g3);
        }
        if (1 === g2) {
          const g3 = A2[i2 - 1], B3 = f.charAt(g3 >> 2), Q2 = f.charAt(g3 << 4 & 63);
          C2.push(`${B3}${Q2}`), I2 && C2.push("==");
        } else if (2 === g2) {
          const g3 = (A2[i2 - 2] << 8) + A2[i2 - 1], B3 = f.charAt(g3 >> 10), Q2 = f.charAt(g3 >> 4 & 63), E2 = f.charAt(g3 << 2 & 63);
          C2.push(`${B3}${Q2}${E2}`), I2 && C2.push("=");
        }
        return C2.join("");
      }
      function D(A2) {
        let I2 = Math.floor(0.75 * A2.length);
        const i2 = A2.length;
        return "=" === A2[i2 - 1] && (I2 -= 1, "=" === A2[i2 - 2] && (I2 -= 1)), I2;
      }
      function a(A2) {
        const I2 = D(A2), i2 = A2.length, g2 = new Uint8Array(I2);
        let C2 = 0;
        for (let I3 = 0; I3 < i2; I3 += 4) {
          const i3 = r[A2.charCodeAt(I3)], B2 = r[A2.charCodeAt(I3 + 1)], Q2 = r[A2.charCodeAt(I3 + 2)], E2 = r[A2.charCodeAt(I3 + 3)];
          g2[C2] = i3 << 2 | B2 >> 4, C2 += 1, g2[C2] = (15 & B2) << 4 | Q2 >> 2, C2 += 1, g2[C2] = (3 & Q2) << 6 | 63 & E2, C2 += 1;
        }
        return g2;
      }
      const s = 16384, U = new C(), S = /* @__PURE__ */ new Map();
      function c(A2, i2) {
        return I(this, void 0, void 0, function* () {
          let g2 = null, C2 = null, B2 = false;
          if ("undefined" == typeof WebAssembly) throw new Error("WebAssembly is not supported in this environment!");
          const Q2 = () => new DataView(g2.exports.memory.buffer).getUint32(g2.exports.STATE_SIZE, true), E2 = U.dispatch(() => I(this, void 0, void 0, function* () {
            if (!S.has(A2.name)) {
              const I3 = a(A2.data), i3 = WebAssembly.compile(I3.buffer);
              S.set(A2.name, i3);
            }
            const I2 = yield S.get(A2.name);
            g2 = yield WebAssembly.instantiate(I2, {});
          })), e2 = (A3 = null) => {
            B2 = true, g2.exports.Hash_Init(A3);
          }, t2 = (A3) => {
            if (!B2) throw new Error("update() called before init()");
            ((A4) => {
              let I2 = 0;
              for (; I2 < A4.length; ) {
                const i3 = A4.subarray(I2, I2 + s);
                I2 += i3.length, C2.set(i3), g2.exports.Hash_Update(i3.length);
              }
            })(n(A3));
          }, f2 = new Uint8Array(2 * i2), r2 = (A3, I2 = null) => {
            if (!B2) throw new Error("digest() called before init()");
            return B2 = false, g2.exports.Hash_Final(I2), "binary" === A3 ? C2.slice(0, i2) : o(f2, C2, i2);
          }, F2 = (A3) => "string" == typeof A3 ? A3.length < 4096 : A3.byteLength < s;
          let D2 = F2;
          switch (A2.name) {
            case "argon2":
            case "scrypt":
              D2 = () => true;
              break;
            case "blake2b":
            case "blake2s":
              D2 = (A3, I2) => I2 <= 512 && F2(A3);
              break;
            case "blake3":
              D2 = (A3, I2) => 0 === I2 && F2(A3);
              break;
            case "xxhash64":
            case "xxhash3":
            case "xxhash128":
            case "crc64":
              D2 = () => false;
          }
          return yield (() => I(this, void 0, void 0, function* () {
            g2 || (yield E2);
            const A3 = g2.exports.Hash_GetBuffer(), I2 = g2.exports.memory.buffer;
            C2 = new Uint8Array(I2, A3, s);
          }))(), { getMemory: () => C2, writeMemory: (A3, I2 = 0) => {
            C2.set(A3, I2);
          }, getExports: () => g2.exports, setMemorySize: (A3) => {
            g2.exports.Hash_SetMemorySize(A3);
            const I2 = g2.exports.Hash_GetBuffer(), i3 = g2.exports.memory.buffer;
            C2 = new Uint8Array(i3, I2, A3);
          }, init: e2, update: t2, digest: r2, save: () => {
            if (!B2) throw new Error("save() can only be called after init() and before digest()");
            const I2 = g2.exports.Hash_GetState(), i3 = Q2(), C3 = g2.exports.memory.buffer, E3 = new Uint8Array(C3, I2, i3), h2 = new Uint8Array(4 + i3);
            return w(h2, A2.hash), h2.set(E3, 4), h2;
          }, load: (I2) => {
            if (!(I2 instanceof Uint8Array)) throw new Error("load() expects an Uint8Array generated by save()");
            const i3 = g2.exports.Hash_GetState(), C3 = Q2(), E3 = 4 + C3, w2 = g2.exports.memory.buffer;
            if (I2.length !== E3) throw new Error(`Bad state length (expected ${E3} bytes, got ${I2.length})`);
            if (!(function(A3, I3) {
              if (A3.length !== 2 * I3.length) return false;
              for (let i4 = 0; i4 < I3.length; i4++) {
                const g3 = i4 << 1;
                if (I3[i4] !== h(A3.charCodeAt(g3), A3.charCodeAt(g3 + 1))) return false;
              }
              return true;
            })(A2.hash, I2.subarray(0, 4))) throw new Error("This state was written by an incompatible hash implementation");
            const e3 = I2.subarray(4);
            new Uint8Array(w2, i3, C3).set(e3), B2 = true;
          }, calculate: (A3, I2 = null, B3 = null) => {
            if (!D2(A3, I2)) return e2(I2), t2(A3), r2("hex", B3);
            const Q3 = n(A3);
            return C2.set(Q3), g2.exports.Hash_Calculate(Q3.length, I2, B3), o(f2, C2, i2);
          }, hashLength: i2 };
        });
      }
      var k = { name: "blake2b", data: "AGFzbQEAAAABEQRgAAF/YAJ/fwBgAX8AYAAAAwoJAAECAwECAgABBQQBAQICBg8CfwFBgIAEC38AQYCABAsHggEJBm1lbW9yeQIAD19fc3RhY2tfcG9pbnRlcgMADkhhc2hfR2V0QnVmZmVyAAAKSGFzaF9GaW5hbAADCUhhc2hfSW5pdAAFC0hhc2hfVXBkYXRlAAYNSGFzaF9HZXRTdGF0ZQAHDkhhc2hfQ2FsY3VsYXRlAAgKU1RBVEVfU0laRQMBCsU4CQYAQYCBBAvcAgIFfwF+AkAgAUEBSA0AAkAgAUGAAUEAKALgggUiAmsiA0wNAEEAQQA2AuCCBQJAIAJB/wBKDQAgAkHggQVqIQQgACEFQQAhBgNAIAQgBS0AADoAACAFQQFqIQUgBEEBaiEEIAMgBkEBaiIGQf8BcUoNAAsLQQBBACkDwIEFIgdCgAF8NwPAgQVBAEEAKQPIgQUgB0L/flatfDcDyIEFQeCBBRACIAAgA2ohAAJAIAEgA2siBEGBAU4NACAEIQEMAQsgAiABaiEEA0BBAEEAKQPAgQUiB0KAAXw3A8CBBUEAQQApA8iBBSAHQv9+Vq18NwPIgQUgABACIABBgAFqIQAgBEGAf2oiBEGAAksNAAsgBEGAf2ohAQtBACEEA0AgBEEAKALgggVqQeCBBWogACAEai0AADoAACABIARBAWoiBEH/AXFLDQALQQBBACgC4IIFIAFqNgLgggULC78uASR+QQBBACkD0IEFQQApA7CBBSIBQQApA5CBBXwgACkDICICfCIDhULr+obav7X2wR+FQiCJIgRCq/DT9K/uvLc8fCIFIAGFQiiJIgYgA3wgACkDKCIBfCIHIASFQjCJIgggBXwiCSAGhUIBiSIKQQApA8iBBUEAKQOogQUiBEEAKQOIgQV8IAApAxAiA3wiBYVCn9j52cKR2oKbf4VCIIkiC0K7zqqm2NDrs7t/fCIMIASFQiiJIg0gBXwgACkDGCIEfCIOfCAAKQNQIgV8Ig9BACkDwIEFQQApA6CBBSIQQQApA4CBBSIRfCAAKQMAIgZ8IhKFQtGFmu/6z5SH0QCFQiCJIhNCiJLznf/M+YTqAHwiFCAQhUIoiSIVIBJ8IAApAwgiEHwiFiAThUIwiSIXhUIgiSIYQQApA9iBBUEAKQO4gQUiE0EAKQOYgQV8IAApAzAiEnwiGYVC+cL4m5Gjs/DbAIVCIIkiGkLx7fT4paf9p6V/fCIbIBOFQiiJIhwgGXwgACkDOCITfCIZIBqFQjCJIhogG3wiG3wiHSAKhUIoiSIeIA98IAApA1giCnwiDyAYhUIwiSIYIB18Ih0gDiALhUIwiSIOIAx8Ih8gDYVCAYkiDCAWfCAAKQNAIgt8Ig0gGoVCIIkiFiAJfCIaIAyFQiiJIiAgDXwgACkDSCIJfCIhIBaFQjCJIhYgGyAchUIBiSIMIAd8IAApA2AiB3wiDSAOhUIgiSIOIBcgFHwiFHwiFyAMhUIoiSIbIA18IAApA2giDHwiHCAOhUIwiSIOIBd8IhcgG4VCAYkiGyAZIBQgFYVCAYkiFHwgACkDcCINfCIVIAiFQiCJIhkgH3wiHyAUhUIoiSIUIBV8IAApA3giCHwiFXwgDHwiIoVCIIkiI3wiJCAbhUIoiSIbICJ8IBJ8IiIgFyAYIBUgGYVCMIkiFSAffCIZIBSFQgGJIhQgIXwgDXwiH4VCIIkiGHwiFyAUhUIoiSIUIB98IAV8Ih8gGIVCMIkiGCAXfCIXIBSFQgGJIhR8IAF8IiEgFiAafCIWIBUgHSAehUIBiSIaIBx8IAl8IhyFQiCJIhV8Ih0gGoVCKIkiGiAcfCAIfCIcIBWFQjCJIhWFQiCJIh4gGSAOIBYgIIVCAYkiFiAPfCACfCIPhUIgiSIOfCIZIBaFQiiJIhYgD3wgC3wiDyAOhUIwiSIOIBl8Ihl8IiAgFIVCKIkiFCAhfCAEfCIhIB6FQjCJIh4gIHwiICAiICOFQjCJIiIgJHwiIyAbhUIBiSIbIBx8IAp8IhwgDoVCIIkiDiAXfCIXIBuFQiiJIhsgHHwgE3wiHCAOhUIwiSIOIBkgFoVCAYkiFiAffCAQfCIZICKFQiCJIh8gFSAdfCIVfCIdIBaFQiiJIhYgGXwgB3wiGSAfhUIwiSIfIB18Ih0gFoVCAYkiFiAVIBqFQgGJIhUgD3wgBnwiDyAYhUIgiSIYICN8IhogFYVCKIkiFSAPfCADfCIPfCAHfCIihUIgiSIjfCIkIBaFQiiJIhYgInwgBnwiIiAjhUIwiSIjICR8IiQgFoVCAYkiFiAOIBd8Ig4gDyAYhUIwiSIPICAgFIVCAYkiFCAZfCAKfCIXhUIgiSIYfCIZIBSFQiiJIhQgF3wgC3wiF3wgBXwiICAPIBp8Ig8gHyAOIBuFQgGJIg4gIXwgCHwiGoVCIIkiG3wiHyAOhUIoiSIOIBp8IAx8IhogG4VCMIkiG4VCIIkiISAdIB4gDyAVhUIBiSIPIBx8IAF8IhWFQiCJIhx8Ih0gD4VCKIkiDyAVfCADfCIVIByFQjCJIhwgHXwiHXwiHiAWhUIoiSIWICB8IA18IiAgIYVCMIkiISAefCIeIBogFyAYhUIwiSIXIBl8IhggFIVCAYkiFHwgCXwiGSAchUIgiSIaICR8IhwgFIVCKIkiFCAZfCACfCIZIBqFQjCJIhogHSAPhUIBiSIPICJ8IAR8Ih0gF4VCIIkiFyAbIB98Iht8Ih8gD4VCKIkiDyAdfCASfCIdIBeFQjCJIhcgH3wiHyAPhUIBiSIPIBsgDoVCAYkiDiAVfCATfCIVICOFQiCJIhsgGHwiGCAOhUIoiSIOIBV8IBB8IhV8IAx8IiKFQiCJIiN8IiQgD4VCKIkiDyAifCAHfCIiICOFQjCJIiMgJHwiJCAPhUIBiSIPIBogHHwiGiAVIBuFQjCJIhUgHiAWhUIBiSIWIB18IAR8IhuFQiCJIhx8Ih0gFoVCKIkiFiAbfCAQfCIbfCABfCIeIBUgGHwiFSAXIBogFIVCAYkiFCAgfCATfCIYhUIgiSIXfCIaIBSFQiiJIhQgGHwgCXwiGCAXhUIwiSIXhUIgiSIgIB8gISAVIA6FQgGJIg4gGXwgCnwiFYVCIIkiGXwiHyAOhUIoiSIOIBV8IA18IhUgGYVCMIkiGSAffCIffCIhIA+FQiiJIg8gHnwgBXwiHiAghUIwiSIgICF8IiEgGyAchUIwiSIbIB18IhwgFoVCAYkiFiAYfCADfCIYIBmFQiCJIhkgJHwiHSAWhUIoiSIWIBh8IBJ8IhggGYVCMIkiGSAfIA6FQgGJIg4gInwgAnwiHyAbhUIgiSIbIBcgGnwiF3wiGiAOhUIoiSIOIB98IAZ8Ih8gG4VCMIkiGyAafCIaIA6FQgGJIg4gFSAXIBSFQgGJIhR8IAh8IhUgI4VCIIkiFyAcfCIcIBSFQiiJIhQgFXwgC3wiFXwgBXwiIoVCIIkiI3wiJCAOhUIoiSIOICJ8IAh8IiIgGiAgIBUgF4VCMIkiFSAcfCIXIBSFQgGJIhQgGHwgCXwiGIVCIIkiHHwiGiAUhUIoiSIUIBh8IAZ8IhggHIVCMIkiHCAafCIaIBSFQgGJIhR8IAR8IiAgGSAdfCIZIBUgISAPhUIBiSIPIB98IAN8Ih2FQiCJIhV8Ih8gD4VCKIkiDyAdfCACfCIdIBWFQjCJIhWFQiCJIiEgFyAbIBkgFoVCAYkiFiAefCABfCIZhUIgiSIbfCIXIBaFQiiJIhYgGXwgE3wiGSAbhUIwiSIbIBd8Ihd8Ih4gFIVCKIkiFCAgfCAMfCIgICGFQjCJIiEgHnwiHiAiICOFQjCJIiIgJHwiIyAOhUIBiSIOIB18IBJ8Ih0gG4VCIIkiGyAafCIaIA6FQiiJIg4gHXwgC3wiHSAbhUIwiSIbIBcgFoVCAYkiFiAYfCANfCIXICKFQiCJIhggFSAffCIVfCIfIBaFQiiJIhYgF3wgEHwiFyAYhUIwiSIYIB98Ih8gFoVCAYkiFiAVIA+FQgGJIg8gGXwgCnwiFSAchUIgiSIZICN8IhwgD4VCKIkiDyAVfCAHfCIVfCASfCIihUIgiSIjfCIkIBaFQiiJIhYgInwgBXwiIiAjhUIwiSIjICR8IiQgFoVCAYkiFiAbIBp8IhogFSAZhUIwiSIVIB4gFIVCAYkiFCAXfCADfCIXhUIgiSIZfCIbIBSFQiiJIhQgF3wgB3wiF3wgAnwiHiAVIBx8IhUgGCAaIA6FQgGJIg4gIHwgC3wiGoVCIIkiGHwiHCAOhUIoiSIOIBp8IAR8IhogGIVCMIkiGIVCIIkiICAfICEgFSAPhUIBiSIPIB18IAZ8IhWFQiCJIh18Ih8gD4VCKIkiDyAVfCAKfCIVIB2FQjCJIh0gH3wiH3wiISAWhUIoiSIWIB58IAx8Ih4gIIVCMIkiICAhfCIhIBogFyAZhUIwiSIXIBt8IhkgFIVCAYkiFHwgEHwiGiAdhUIgiSIbICR8Ih0gFIVCKIkiFCAafCAJfCIaIBuFQjCJIhsgHyAPhUIBiSIPICJ8IBN8Ih8gF4VCIIkiFyAYIBx8Ihh8IhwgD4VCKIkiDyAffCABfCIfIBeFQjCJIhcgHHwiHCAPhUIBiSIPIBggDoVCAYkiDiAVfCAIfCIVICOFQiCJIhggGXwiGSAOhUIoiSIOIBV8IA18IhV8IA18IiKFQiCJIiN8IiQgD4VCKIkiDyAifCAMfCIiICOFQjCJIiMgJHwiJCAPhUIBiSIPIBsgHXwiGyAVIBiFQjCJIhUgISAWhUIBiSIWIB98IBB8IhiFQiCJIh18Ih8gFoVCKIkiFiAYfCAIfCIYfCASfCIhIBUgGXwiFSAXIBsgFIVCAYkiFCAefCAHfCIZhUIgiSIXfCIbIBSFQiiJIhQgGXwgAXwiGSAXhUIwiSIXhUIgiSIeIBwgICAVIA6FQgGJIg4gGnwgAnwiFYVCIIkiGnwiHCAOhUIoiSIOIBV8IAV8IhUgGoVCMIkiGiAcfCIcfCIgIA+FQiiJIg8gIXwgBHwiISAehUIwiSIeICB8IiAgGCAdhUIwiSIYIB98Ih0gFoVCAYkiFiAZfCAGfCIZIBqFQiCJIhogJHwiHyAWhUIoiSIWIBl8IBN8IhkgGoVCMIkiGiAcIA6FQgGJIg4gInwgCXwiHCAYhUIgiSIYIBcgG3wiF3wiGyAOhUIoiSIOIBx8IAN8IhwgGIVCMIkiGCAbfCIbIA6FQgGJIg4gFSAXIBSFQgGJIhR8IAt8IhUgI4VCIIkiFyAdfCIdIBSFQiiJIhQgFXwgCnwiFXwgBHwiIoVCIIkiI3wiJCAOhUIoiSIOICJ8IAl8IiIgGyAeIBUgF4VCMIkiFSAdfCIXIBSFQgGJIhQgGXwgDHwiGYVCIIkiHXwiGyAUhUIoiSIUIBl8IAp8IhkgHYVCMIkiHSAbfCIbIBSFQgGJIhR8IAN8Ih4gGiAffCIaIBUgICAPhUIBiSIPIBx8IAd8IhyFQiCJIhV8Ih8gD4VCKIkiDyAcfCAQfCIcIBWFQjCJIhWFQiCJIiAgFyAYIBogFoVCAYkiFiAhfCATfCIahUIgiSIYfCIXIBaFQiiJIhYgGnwgDXwiGiAYhUIwiSIYIBd8Ihd8IiEgFIVCKIkiFCAefCAFfCIeICCFQjCJIiAgIXwiISAiICOFQjCJIiIgJHwiIyAOhUIBiSIOIBx8IAt8IhwgGIVCIIkiGCAbfCIbIA6FQiiJIg4gHHwgEnwiHCAYhUIwiSIYIBcgFoVCAYkiFiAZfCABfCIXICKFQiCJIhkgFSAffCIVfCIfIBaFQiiJIhYgF3wgBnwiFyAZhUIwiSIZIB98Ih8gFoVCAYkiFiAVIA+FQgGJIg8gGnwgCHwiFSAdhUIgiSIaICN8Ih0gD4VCKIkiDyAVfCACfCIVfCANfCIihUIgiSIjfCIkIBaFQiiJIhYgInwgCXwiIiAjhUIwiSIjICR8IiQgFoVCAYkiFiAYIBt8IhggFSAahUIwiSIVICEgFIVCAYkiFCAXfCASfCIXhUIgiSIafCIbIBSFQiiJIhQgF3wgCHwiF3wgB3wiISAVIB18IhUgGSAYIA6FQgGJIg4gHnwgBnwiGIVCIIkiGXwiHSAOhUIoiSIOIBh8IAt8IhggGYVCMIkiGYVCIIkiHiAfICAgFSAPhUIBiSIPIBx8IAp8IhWFQiCJIhx8Ih8gD4VCKIkiDyAVfCAEfCIVIByFQjCJIhwgH3wiH3wiICAWhUIoiSIWICF8IAN8IiEgHoVCMIkiHiAgfCIgIBggFyAahUIwiSIXIBt8IhogFIVCAYkiFHwgBXwiGCAchUIgiSIbICR8IhwgFIVCKIkiFCAYfCABfCIYIBuFQjCJIhsgHyAPhUIBiSIPICJ8IAx8Ih8gF4VCIIkiFyAZIB18Ihl8Ih0gD4VCKIkiDyAffCATfCIfIBeFQjCJIhcgHXwiHSAPhUIBiSIPIBkgDoVCAYkiDiAVfCAQfCIVICOFQiCJIhkgGnwiGiAOhUIoiSIOIBV8IAJ8IhV8IBN8IiKFQiCJIiN8IiQgD4VCKIkiDyAifCASfCIiICOFQjCJIiMgJHwiJCAPhUIBiSIPIBsgHHwiGyAVIBmFQjCJIhUgICAWhUIBiSIWIB98IAt8IhmFQiCJIhx8Ih8gFoVCKIkiFiAZfCACfCIZfCAJfCIgIBUgGnwiFSAXIBsgFIVCAYkiFCAhfCAFfCIahUIgiSIXfCIbIBSFQiiJIhQgGnwgA3wiGiAXhUIwiSIXhUIgiSIhIB0gHiAVIA6FQgGJIg4gGHwgEHwiFYVCIIkiGHwiHSAOhUIoiSIOIBV8IAF8IhUgGIVCMIkiGCAdfCIdfCIeIA+FQiiJIg8gIHwgDXwiICAhhUIwiSIhIB58Ih4gGSAchUIwiSIZIB98IhwgFoVCAYkiFiAafCAIfCIaIBiFQiCJIhggJHwiHyAWhUIoiSIWIBp8IAp8IhogGIVCMIkiGCAdIA6FQgGJIg4gInwgBHwiHSAZhUIgiSIZIBcgG3wiF3wiGyAOhUIoiSIOIB18IAd8Ih0gGYVCMIkiGSAbfCIbIA6FQgGJIg4gFSAXIBSFQgGJIhR8IAx8IhUgI4VCIIkiFyAcfCIcIBSFQiiJIhQgFXwgBnwiFXwgEnwiIoVCIIkiI3wiJCAOhUIoiSIOICJ8IBN8IiIgGyAhIBUgF4VCMIkiFSAcfCIXIBSFQgGJIhQgGnwgBnwiGoVCIIkiHHwiGyAUhUIoiSIUIBp8IBB8IhogHIVCMIkiHCAbfCIbIBSFQgGJIhR8IA18IiEgGCAffCIYIBUgHiAPhUIBiSIPIB18IAJ8Ih2FQiCJIhV8Ih4gD4VCKIkiDyAdfCABfCIdIBWFQjCJIhWFQiCJIh8gFyAZIBggFoVCAYkiFiAgfCADfCIYhUIgiSIZfCIXIBaFQiiJIhYgGHwgBHwiGCAZhUIwiSIZIBd8Ihd8IiAgFIVCKIkiFCAhfCAIfCIhIB+FQjCJIh8gIHwiICAiICOFQjCJIiIgJHwiIyAOhUIBiSIOIB18IAd8Ih0gGYVCIIkiGSAbfCIbIA6FQiiJIg4gHXwgDHwiHSAZhUIwiSIZIBcgFoVCAYkiFiAafCALfCIXICKFQiCJIhogFSAefCIVfCIeIBaFQiiJIhYgF3wgCXwiFyAahUIwiSIaIB58Ih4gFoVCAYkiFiAVIA+FQgGJIg8gGHwgBXwiFSAchUIgiSIYICN8IhwgD4VCKIkiDyAVfCAKfCIVfCACfCIChUIgiSIifCIjIBaFQiiJIhYgAnwgC3wiAiAihUIwiSILICN8IiIgFoVCAYkiFiAZIBt8IhkgFSAYhUIwiSIVICAgFIVCAYkiFCAXfCANfCINhUIgiSIXfCIYIBSFQiiJIhQgDXwgBXwiBXwgEHwiECAVIBx8Ig0gGiAZIA6FQgGJIg4gIXwgDHwiDIVCIIkiFXwiGSAOhUIoiSIOIAx8IBJ8IhIgFYVCMIkiDIVCIIkiFSAeIB8gDSAPhUIBiSINIB18IAl8IgmFQiCJIg98IhogDYVCKIkiDSAJfCAIfCIJIA+FQjCJIgggGnwiD3wiGiAWhUIoiSIWIBB8IAd8IhAgEYUgDCAZfCIHIA6FQgGJIgwgCXwgCnwiCiALhUIgiSILIAUgF4VCMIkiBSAYfCIJfCIOIAyFQiiJIgwgCnwgE3wiEyALhUIwiSIKIA58IguFNwOAgQVBACADIAYgDyANhUIBiSINIAJ8fCICIAWFQiCJIgUgB3wiBiANhUIoiSIHIAJ8fCICQQApA4iBBYUgBCABIBIgCSAUhUIBiSIDfHwiASAIhUIgiSISICJ8IgkgA4VCKIkiAyABfHwiASAShUIwiSIEIAl8IhKFNwOIgQVBACATQQApA5CBBYUgECAVhUIwiSIQIBp8IhOFNwOQgQVBACABQQApA5iBBYUgAiAFhUIwiSICIAZ8IgGFNwOYgQVBACASIAOFQgGJQQApA6CBBYUgAoU3A6CBBUEAIBMgFoVCAYlBACkDqIEFhSAKhTcDqIEFQQAgASAHhUIBiUEAKQOwgQWFIASFNwOwgQVBACALIAyFQgGJQQApA7iBBYUgEIU3A7iBBQveAgUBfwF+AX8BfgJ/IwBBwABrIgAkAAJAQQApA9CBBUIAUg0AQQBBACkDwIEFIgFBACgC4IIFIgKsfCIDNwPAgQVBAEEAKQPIgQUgAyABVK18NwPIgQUCQEEALQDoggVFDQBBAEJ/NwPYgQULQQBCfzcD0IEFAkAgAkH/AEoNAEEAIQQDQCACIARqQeCBBWpBADoAACAEQQFqIgRBgAFBACgC4IIFIgJrSA0ACwtB4IEFEAIgAEEAKQOAgQU3AwAgAEEAKQOIgQU3AwggAEEAKQOQgQU3AxAgAEEAKQOYgQU3AxggAEEAKQOggQU3AyAgAEEAKQOogQU3AyggAEEAKQOwgQU3AzAgAEEAKQO4gQU3AzhBACgC5IIFIgVBAUgNAEEAIQJBACEEA0AgBEGAgQRqIAAgBGotAAA6AAAgBEEBaiEEIAUgAkEBaiICQf8BcUsNAAsLIABBwABqJAAL+gMCAn8BfiMAQYABayICJABBAEGBAjsB8oIFQQAgAToA8YIFQQAgADoA8IIFQZB+IQADQCAAQYCDBWpCADcAACAAQfiCBWpCADcAACAAQfCCBWpCADcAACAAQRhqIgANAAtBACEDQQBBACkD8IIFIgRCiJLznf/M+YTqAIU3A4CBBUEAQQApA/iCBUK7zqqm2NDrs7t/hTcDiIEFQQBBACkDgIMFQqvw0/Sv7ry3PIU3A5CBBUEAQQApA4iDBULx7fT4paf9p6V/hTcDmIEFQQBBACkDkIMFQtGFmu/6z5SH0QCFNwOggQVBAEEAKQOYgwVCn9j52cKR2oKbf4U3A6iBBUEAQQApA6CDBULr+obav7X2wR+FNwOwgQVBAEEAKQOogwVC+cL4m5Gjs/DbAIU3A7iBBUEAIASnQf8BcTYC5IIFAkAgAUUNACACQgA3A3ggAkIANwNwIAJCADcDaCACQgA3A2AgAkIANwNYIAJCADcDUCACQgA3A0ggAkIANwNAIAJCADcDOCACQgA3AzAgAkIANwMoIAJCADcDICACQgA3AxggAkIANwMQIAJCADcDCCACQgA3AwBBACEAA0AgAiAAaiAAQYCBBGotAAA6AAAgAEEBaiEAIAEgA0EBaiIDQf8BcUsNAAsgAkGAARABCyACQYABaiQACxIAIABBA3ZB/z9xIABBEHYQBAsKAEGAgQQgABABCwYAQYCBBQscACABQQN2Qf8/cSABQRB2EARBgIEEIAAQARADCwsMAQBBgIAECwTwAAAA", hash: "22cf500a" };
      function G(A2) {
        return !Number.isInteger(A2) || A2 < 8 || A2 > 512 || A2 % 8 != 0 ? new Error("Invalid variant! Valid values: 8, 16, ..., 512") : null;
      }
      function p(A2 = 512, I2 = null) {
        if (G(A2)) return Promise.reject(G(A2));
        let i2 = null, g2 = A2;
        if (null !== I2) {
          if (i2 = n(I2), i2.length > 64) return Promise.reject(new Error("Max key length is 64 bytes"));
          C2 = A2, B2 = i2.length, g2 = C2 | B2 << 16;
        }
        var C2, B2;
        const Q2 = A2 / 8;
        return c(k, Q2).then((A3) => {
          g2 > 512 && A3.writeMemory(i2), A3.init(g2);
          const I3 = { init: g2 > 512 ? () => (A3.writeMemory(i2), A3.init(g2), I3) : () => (A3.init(g2), I3), update: (i3) => (A3.update(i3), I3), digest: (I4) => A3.digest(I4), save: () => A3.save(), load: (i3) => (A3.load(i3), I3), blockSize: 128, digestSize: Q2 };
          return I3;
        });
      }
      new C();
      const y = new DataView(new ArrayBuffer(4));
      function H(A2) {
        return y.setInt32(0, A2, true), new Uint8Array(y.buffer);
      }
      function u(A2, i2, g2) {
        return I(this, void 0, void 0, function* () {
          if (g2 <= 64) {
            const A3 = yield p(8 * g2);
            return A3.update(H(g2)), A3.update(i2), A3.digest("binary");
          }
          const I2 = Math.ceil(g2 / 32) - 2, C2 = new Uint8Array(g2);
          A2.init(), A2.update(H(g2)), A2.update(i2);
          let B2 = A2.digest("binary");
          C2.set(B2.subarray(0, 32), 0);
          for (let i3 = 1; i3 < I2; i3++) A2.init(), A2.update(B2), B2 = A2.digest("binary"), C2.set(B2.subarray(0, 32), 32 * i3);
          const Q2 = g2 - 32 * I2;
          let E2;
          return 64 === Q2 ? (E2 = A2, E2.init()) : E2 = yield p(8 * Q2), E2.update(B2), B2 = E2.digest("binary"), C2.set(B2.subarray(0, Q2), 32 * I2), C2;
        });
      }
      function Y(A2) {
        return I(this, void 0, void 0, function* () {
          var I2;
          const { parallelism: i2, iterations: C2, hashLength: B2 } = A2, Q2 = n(A2.password), E2 = n(A2.salt), h2 = (function(A3) {
            switch (A3) {
              case "d":
                return 0;
              case "i":
                return 1;
              default:
                return 2;
            }
          })(A2.hashType), { memorySize: e2 } = A2, t2 = n(null !== (I2 = A2.secret) && void 0 !== I2 ? I2 : ""), [f2, r2] = yield Promise.all([c(g, 1024), p(512)]);
          f2.setMemorySize(1024 * e2 + 1024);
          const D2 = new Uint8Array(24), a2 = new DataView(D2.buffer);
          a2.setInt32(0, i2, true), a2.setInt32(4, B2, true), a2.setInt32(8, e2, true), a2.setInt32(12, C2, true), a2.setInt32(16, 19, true), a2.setInt32(20, h2, true), f2.writeMemory(D2, 1024 * e2), r2.init(), r2.update(D2), r2.update(H(Q2.length)), r2.update(Q2), r2.update(H(E2.length)), r2.update(E2), r2.update(H(t2.length)), r2.update(t2), r2.update(H(0));
          const s2 = 4 * Math.floor(e2 / (4 * i2)), U2 = new Uint8Array(72), S2 = r2.digest("binary");
          U2.set(S2);
          for (let A3 = 0; A3 < i2; A3++) {
            U2.set(H(0), 64), U2.set(H(A3), 68);
            let I3 = A3 * s2, i3 = yield u(r2, U2, 1024);
            f2.writeMemory(i3, 1024 * I3), I3 += 1, U2.set(H(1), 64), i3 = yield u(r2, U2, 1024), f2.writeMemory(i3, 1024 * I3);
          }
          const k2 = new Uint8Array(1024);
          w(k2, f2.calculate(new Uint8Array([]), e2));
          const G2 = yield u(r2, k2, B2);
          if ("hex" === A2.outputType) {
            return o(new Uint8Array(2 * B2), G2, B2);
          }
          return "encoded" === A2.outputType ? (function(A3, I3, i3) {
            const g2 = [`m=${I3.memorySize}`, `t=${I3.iterations}`, `p=${I3.parallelism}`].join(",");
            return `$argon2${I3.hashType}$v=19$${g2}$${F(A3, false)}$${F(i3, false)}`;
          })(E2, A2, G2) : G2;
        });
      }
      const V = (A2) => {
        var I2;
        if (!A2 || "object" != typeof A2) throw new Error("Invalid options parameter. It requires an object.");
        if (!A2.password) throw new Error("Password must be specified");
        if (A2.password = n(A2.password), A2.password.length < 1) throw new Error("Password must be specified");
        if (!A2.salt) throw new Error("Salt must be specified");
        if (A2.salt = n(A2.salt), A2.salt.length < 8) throw new Error("Salt should be at least 8 bytes long");
        if (A2.secret = n(null !== (I2 = A2.secret) && void 0 !== I2 ? I2 : ""), !Number.isInteger(A2.iterations) || A2.iterations < 1) throw new Error("Iterations should be a positive number");
        if (!Number.isInteger(A2.parallelism) || A2.parallelism < 1) throw new Error("Parallelism should be a positive number");
        if (!Number.isInteger(A2.hashLength) || A2.hashLength < 4) throw new Error("Hash length should be at least 4 bytes.");
        if (!Number.isInteger(A2.memorySize)) throw new Error("Memory size should be specified.");
        if (A2.memorySize < 8 * A2.parallelism) throw new Error("Memory size should be at least 8 * parallelism.");
        if (void 0 === A2.outputType && (A2.outputType = "hex"), !["hex", "binary", "encoded"].includes(A2.outputType)) throw new Error(`Insupported output type ${A2.outputType}. Valid values: ['hex', 'binary', 'encoded']`);
      };
      A.argon2Verify = function(A2) {
        return I(this, void 0, void 0, function* () {
          ((A3) => {
            if (!A3 || "object" != typeof A3) throw new Error("Invalid options parameter. It requires an object.");
            if (void 0 === A3.hash || "string" != typeof A3.hash) throw new Error("Hash should be specified");
          })(A2);
          const I2 = ((A3, I3, i3) => {
            const g2 = I3.match(/^\$argon2(id|i|d)\$v=([0-9]+)\$((?:[mtp]=[0-9]+,){2}[mtp]=[0-9]+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/);
            if (!g2) throw new Error("Invalid hash");
            const [, C2, B2, Q2, E2, h2] = g2;
            if ("19" !== B2) throw new Error(`Unsupported version: ${B2}`);
            const w2 = {}, e2 = { m: "memorySize", p: "parallelism", t: "iterations" };
            for (const A4 of Q2.split(",")) {
              const [I4, i4] = A4.split("=");
              w2[e2[I4]] = Number(i4);
            }
            return Object.assign(Object.assign({}, w2), { password: A3, secret: i3, hashType: C2, salt: a(E2), hashLength: D(h2), outputType: "encoded" });
          })(A2.password, A2.hash, A2.secret);
          V(I2);
          const i2 = A2.hash.lastIndexOf("$") + 1;
          return (yield Y(I2)).substring(i2) === A2.hash.substring(i2);
        });
      }, A.argon2d = function(A2) {
        return I(this, void 0, void 0, function* () {
          return V(A2), Y(Object.assign(Object.assign({}, A2), { hashType: "d" }));
        });
      }, A.argon2i = function(A2) {
        return I(this, void 0, void 0, function* () {
          return V(A2), Y(Object.assign(Object.assign({}, A2), { hashType: "i" }));
        });
      }, A.argon2id = function(A2) {
        return I(this, void 0, void 0, function* () {
          return V(A2), Y(Object.assign(Object.assign({}, A2), { hashType: "id" }));
        });
      };
    });
  }
});

// .build/assets/node_modules/@noble/hashes/_u64.js
var U32_MASK64 = /* @__PURE__ */ (() => BigInt(2 ** 32 - 1))();
var _32n = /* @__PURE__ */ BigInt(32);
function fromBig(n, le = false) {
  if (le)
    return { h: Number(n & U32_MASK64), l: Number(n >> _32n & U32_MASK64) };
  return { h: Number(n >> _32n & U32_MASK64) | 0, l: Number(n & U32_MASK64) | 0 };
}
function split(lst, le = false) {
  const len = lst.length;
  let Ah = new Uint32Array(len);
  let Al = new Uint32Array(len);
  for (let i = 0; i < len; i++) {
    const { h, l } = fromBig(lst[i], le);
    [Ah[i], Al[i]] = [h, l];
  }
  return [Ah, Al];
}
var fromNumH = (n) => n / 2 ** 32 | 0;
var fromNumL = (n) => n >>> 0;
function setU64FromNum(view, byteOffset, n, isLE2) {
  const h = fromNumH(n);
  const l = fromNumL(n);
  view.setUint32(byteOffset, isLE2 ? l : h, isLE2);
  view.setUint32(byteOffset + 4, isLE2 ? h : l, isLE2);
}
var shrSH = (h, _l, s) => h >>> s;
var shrSL = (h, l, s) => h << 32 - s | l >>> s;
var rotrSH = (h, l, s) => h >>> s | l << 32 - s;
var rotrSL = (h, l, s) => h << 32 - s | l >>> s;
var rotrBH = (h, l, s) => h << 64 - s | l >>> s - 32;
var rotrBL = (h, l, s) => h >>> s - 32 | l << 64 - s;
function add(Ah, Al, Bh, Bl) {
  const l = (Al >>> 0) + (Bl >>> 0);
  return { h: Ah + Bh + (l / 2 ** 32 | 0) | 0, l: l | 0 };
}
var add3L = (Al, Bl, Cl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0);
var add3H = (low, Ah, Bh, Ch) => Ah + Bh + Ch + (low / 2 ** 32 | 0) | 0;
var add4L = (Al, Bl, Cl, Dl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0);
var add4H = (low, Ah, Bh, Ch, Dh) => Ah + Bh + Ch + Dh + (low / 2 ** 32 | 0) | 0;
var add5L = (Al, Bl, Cl, Dl, El) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0) + (El >>> 0);
var add5H = (low, Ah, Bh, Ch, Dh, Eh) => Ah + Bh + Ch + Dh + Eh + (low / 2 ** 32 | 0) | 0;

// .build/assets/node_modules/@noble/hashes/utils.js
function isBytes(a) {
  return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
var atitle = (title) => title ? `"${title}" ` : "";
function anumber(n, title = "") {
  if (typeof n !== "number")
    throw new TypeError(atitle(title) + "expected number, got " + typeof n);
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
  return n;
}
function abytes(value, length, title = "") {
  if (isBytes(value) && (length === void 0 || value.length === length))
    return value;
  if (length !== void 0)
    anumber(length, "length");
  const bytes2 = isBytes(value);
  const ofLen = length !== void 0 ? ` of length ${length}` : "";
  const got = bytes2 ? `length=${value.length}` : `type=${typeof value}`;
  const message2 = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes2)
    throw new TypeError(message2);
  throw new RangeError(message2);
}
function ahash(h) {
  if (typeof h !== "function" || typeof h.create !== "function")
    throw new TypeError("expected hash wrapped by utils.createHasher");
  anumber(h.outputLen);
  anumber(h.blockLen);
  if (h.outputLen < 1 || h.blockLen < 1)
    throw new Error("hash blockLen / outputLen must be >= 1");
}
var aobject = (value, label) => {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
};
var aopts = (value, label) => {
  aobject(value, label);
  const proto = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null)
    throw new TypeError(`"${label}" expected plain object`);
  if (Object.hasOwn(value, "__proto__"))
    throw new TypeError(`"${label}.__proto__" is not allowed`);
};
function aexists(instance, checkFinished = true) {
  if (instance.destroyed)
    throw new Error("hash was destroyed");
  if (checkFinished && instance.finished)
    throw new Error("digest() was already called");
}
function aoutput(out, instance) {
  abytes(out, void 0, "output");
  const min = instance.outputLen;
  if (!(out.length >= min)) {
    throw new RangeError('"output" expected length >= ' + min);
  }
}
function clean(...arrays) {
  for (let i = 0; i < arrays.length; i++) {
    arrays[i].fill(0);
  }
}
function createView(arr) {
  return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
function rotr(word, shift) {
  return word << 32 - shift | word >>> shift;
}
function rotl(word, shift) {
  return word << shift | word >>> 32 - shift >>> 0;
}
var hasHexBuiltin = /* @__PURE__ */ (() => (
  // @ts-ignore
  typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function"
))();
var hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
function bytesToHex(bytes2) {
  abytes(bytes2);
  if (hasHexBuiltin)
    return bytes2.toHex();
  let hex2 = "";
  for (let i = 0; i < bytes2.length; i++) {
    hex2 += hexes[bytes2[i]];
  }
  return hex2;
}
function asciiToBase16(ch) {
  return ch >= 48 && ch <= 57 ? ch - 48 : ch >= 65 && ch <= 70 ? ch - (65 - 10) : ch >= 97 && ch <= 102 ? ch - (97 - 10) : void 0;
}
function hexToBytes(hex2) {
  if (typeof hex2 !== "string")
    throw new TypeError("hex string expected, got " + typeof hex2);
  if (hasHexBuiltin) {
    try {
      return Uint8Array.fromHex(hex2);
    } catch (error) {
      if (error instanceof SyntaxError)
        throw new RangeError(error.message);
      throw error;
    }
  }
  const hl = hex2.length;
  const al = hl / 2;
  if (hl % 2)
    throw new RangeError("hex string expected, got unpadded hex of length " + hl);
  const array = new Uint8Array(al);
  for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
    const n1 = asciiToBase16(hex2.charCodeAt(hi));
    const n2 = asciiToBase16(hex2.charCodeAt(hi + 1));
    if (n1 === void 0 || n2 === void 0) {
      const char = hex2[hi] + hex2[hi + 1];
      throw new RangeError('hex string expected, got non-hex character "' + char + '" at index ' + hi);
    }
    array[ai] = n1 * 16 + n2;
  }
  return array;
}
function utf8ToBytes(str) {
  if (typeof str !== "string")
    throw new TypeError("string expected");
  const encoded = new TextEncoder().encode(str);
  try {
    return new Uint8Array(encoded);
  } finally {
    clean(encoded);
  }
}
function kdfInputToBytes(data, errorTitle = "") {
  if (typeof data === "string")
    return utf8ToBytes(data);
  return abytes(data, void 0, errorTitle);
}
function concatBytes(...arrays) {
  let sum = 0;
  for (let i = 0; i < arrays.length; i++) {
    const a = arrays[i];
    abytes(a);
    sum += a.length;
  }
  const res = new Uint8Array(sum);
  for (let i = 0, pad = 0; i < arrays.length; i++) {
    const a = arrays[i];
    res.set(a, pad);
    pad += a.length;
  }
  return res;
}
function checkOpts(defaults, opts, title = "opts") {
  aopts(defaults, "defaults");
  if (opts !== void 0)
    aopts(opts, title);
  const merged = Object.assign(/* @__PURE__ */ Object.create(null), defaults, opts);
  return merged;
}
function createHasher(hashCons, info = {}) {
  if (typeof hashCons !== "function")
    throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
  info = checkOpts({}, info, "info");
  const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
  const tmp = hashCons(void 0);
  hashC.outputLen = tmp.outputLen;
  hashC.blockLen = tmp.blockLen;
  hashC.canXOF = tmp.canXOF;
  hashC.create = (opts) => hashCons(opts);
  Object.assign(hashC, info);
  return Object.freeze(hashC);
}
function randomBytes(bytesLength = 32) {
  anumber(bytesLength, "bytesLength");
  const cr = typeof globalThis === "object" ? globalThis.crypto : null;
  if (typeof cr?.getRandomValues !== "function")
    throw new Error("crypto.getRandomValues must be defined");
  if (bytesLength > 65536)
    throw new RangeError(`"bytesLength" expected <= 65536, got ${bytesLength}`);
  return cr.getRandomValues(new Uint8Array(bytesLength));
}
var oidNist = (suffix) => ({
  // Current NIST hashAlgs suffixes used here fit in one DER subidentifier octet.
  // Larger suffix values would need base-128 OID encoding and a different length byte.
  oid: Uint8Array.from([6, 9, 96, 134, 72, 1, 101, 3, 4, 2, suffix])
});

// .build/assets/node_modules/@noble/hashes/_md.js
function Chi(a, b, c) {
  return a & b ^ ~a & c;
}
function Maj(a, b, c) {
  return a & b ^ a & c ^ b & c;
}
var HashMD = class {
  blockLen;
  outputLen;
  canXOF = false;
  padOffset;
  isLE;
  // For partial updates less than block size
  buffer;
  view;
  finished = false;
  length = 0;
  pos = 0;
  destroyed = false;
  constructor(blockLen, outputLen, padOffset, isLE2) {
    this.blockLen = blockLen;
    this.outputLen = outputLen;
    this.padOffset = padOffset;
    this.isLE = isLE2;
    this.buffer = new Uint8Array(blockLen);
    this.view = createView(this.buffer);
  }
  update(data) {
    aexists(this);
    abytes(data);
    const { view, buffer, blockLen } = this;
    const len = data.length;
    let processed = false;
    for (let pos = 0; pos < len; ) {
      const take2 = Math.min(blockLen - this.pos, len - pos);
      if (take2 === blockLen) {
        const dataView = createView(data);
        for (; blockLen <= len - pos; pos += blockLen)
          this.process(dataView, pos);
        processed = true;
        continue;
      }
      buffer.set(pos === 0 && take2 === len ? data : data.subarray(pos, pos + take2), this.pos);
      this.pos += take2;
      pos += take2;
      if (this.pos === blockLen) {
        this.process(view, 0);
        this.pos = 0;
        processed = true;
      }
    }
    this.length += data.length;
    if (processed)
      this.roundClean();
    return this;
  }
  digestInto(out) {
    aexists(this);
    aoutput(out, this);
    this.finished = true;
    const { buffer, view, blockLen, isLE: isLE2 } = this;
    let { pos } = this;
    buffer[pos++] = 128;
    buffer.fill(0, pos);
    if (this.padOffset > blockLen - pos) {
      this.process(view, 0);
      buffer.fill(0);
    }
    setU64FromNum(view, blockLen - 8, this.length * 8, isLE2);
    this.process(view, 0);
    this.roundClean();
    const oview = out === buffer ? view : createView(out);
    const len = this.outputLen;
    const outLen = len / 4;
    const state = this.get();
    if (len % 4 || outLen > state.length)
      throw new Error("invalid outputLen");
    for (let i = 0; i < outLen; i++)
      oview.setUint32(4 * i, state[i], isLE2);
  }
  digest() {
    const { buffer, outputLen } = this;
    this.digestInto(buffer);
    const res = buffer.slice(0, outputLen);
    this.destroy();
    return res;
  }
  _cloneIntoMeta(to) {
    const { buffer, length, finished, destroyed, pos } = this;
    to.destroyed = destroyed;
    to.finished = finished;
    to.length = length;
    to.pos = pos;
    if (pos)
      to.buffer.set(buffer);
    return to;
  }
  clone() {
    return this._cloneInto();
  }
};
var SHA256_IV = /* @__PURE__ */ Uint32Array.from([
  1779033703,
  3144134277,
  1013904242,
  2773480762,
  1359893119,
  2600822924,
  528734635,
  1541459225
]);
var SHA512_IV = /* @__PURE__ */ Uint32Array.from([
  1779033703,
  4089235720,
  3144134277,
  2227873595,
  1013904242,
  4271175723,
  2773480762,
  1595750129,
  1359893119,
  2917565137,
  2600822924,
  725511199,
  528734635,
  4215389547,
  1541459225,
  327033209
]);

// .build/assets/node_modules/@noble/hashes/sha2.js
var SHA256_K = /* @__PURE__ */ Uint32Array.from([
  1116352408,
  1899447441,
  3049323471,
  3921009573,
  961987163,
  1508970993,
  2453635748,
  2870763221,
  3624381080,
  310598401,
  607225278,
  1426881987,
  1925078388,
  2162078206,
  2614888103,
  3248222580,
  3835390401,
  4022224774,
  264347078,
  604807628,
  770255983,
  1249150122,
  1555081692,
  1996064986,
  2554220882,
  2821834349,
  2952996808,
  3210313671,
  3336571891,
  3584528711,
  113926993,
  338241895,
  666307205,
  773529912,
  1294757372,
  1396182291,
  1695183700,
  1986661051,
  2177026350,
  2456956037,
  2730485921,
  2820302411,
  3259730800,
  3345764771,
  3516065817,
  3600352804,
  4094571909,
  275423344,
  430227734,
  506948616,
  659060556,
  883997877,
  958139571,
  1322822218,
  1537002063,
  1747873779,
  1955562222,
  2024104815,
  2227730452,
  2361852424,
  2428436474,
  2756734187,
  3204031479,
  3329325298
]);
var SHA256_W = /* @__PURE__ */ new Uint32Array(64);
var SHA2_32B = class extends HashMD {
  // We cannot use array here since array allows indexing by variable
  // which means optimizer/compiler cannot use registers.
  // Numeric initializers matter: starting the fields as `undefined` changes
  // V8's field representation and makes sha256 3x slower (measured).
  A = 0;
  B = 0;
  C = 0;
  D = 0;
  E = 0;
  F = 0;
  G = 0;
  H = 0;
  constructor(outputLen, IV) {
    super(64, outputLen, 8, false);
    this.A = IV[0] | 0;
    this.B = IV[1] | 0;
    this.C = IV[2] | 0;
    this.D = IV[3] | 0;
    this.E = IV[4] | 0;
    this.F = IV[5] | 0;
    this.G = IV[6] | 0;
    this.H = IV[7] | 0;
  }
  get() {
    const { A, B, C, D, E, F, G, H } = this;
    return [A, B, C, D, E, F, G, H];
  }
  // prettier-ignore
  set(A, B, C, D, E, F, G, H) {
    this.A = A | 0;
    this.B = B | 0;
    this.C = C | 0;
    this.D = D | 0;
    this.E = E | 0;
    this.F = F | 0;
    this.G = G | 0;
    this.H = H | 0;
  }
  _cloneInto(to) {
    (to ||= new this.constructor()).set(...this.get());
    return this._cloneIntoMeta(to);
  }
  process(view, offset) {
    for (let i = 0; i < 16; i++, offset += 4)
      SHA256_W[i] = view.getUint32(offset, false);
    for (let i = 16; i < 64; i++) {
      const W15 = SHA256_W[i - 15];
      const W2 = SHA256_W[i - 2];
      const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
      const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
      SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
    }
    let { A, B, C, D, E, F, G, H } = this;
    for (let i = 0; i < 64; i++) {
      const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
      const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
      const sigma0 = rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22);
      const T2 = sigma0 + Maj(A, B, C) | 0;
      H = G;
      G = F;
      F = E;
      E = D + T1 | 0;
      D = C;
      C = B;
      B = A;
      A = T1 + T2 | 0;
    }
    A = A + this.A | 0;
    B = B + this.B | 0;
    C = C + this.C | 0;
    D = D + this.D | 0;
    E = E + this.E | 0;
    F = F + this.F | 0;
    G = G + this.G | 0;
    H = H + this.H | 0;
    this.set(A, B, C, D, E, F, G, H);
  }
  roundClean() {
    clean(SHA256_W);
  }
  destroy() {
    this.destroyed = true;
    this.set(0, 0, 0, 0, 0, 0, 0, 0);
    clean(this.buffer);
  }
};
var _SHA256 = class extends SHA2_32B {
  constructor() {
    super(32, SHA256_IV);
  }
};
var K512 = /* @__PURE__ */ (() => split([
  "0x428a2f98d728ae22",
  "0x7137449123ef65cd",
  "0xb5c0fbcfec4d3b2f",
  "0xe9b5dba58189dbbc",
  "0x3956c25bf348b538",
  "0x59f111f1b605d019",
  "0x923f82a4af194f9b",
  "0xab1c5ed5da6d8118",
  "0xd807aa98a3030242",
  "0x12835b0145706fbe",
  "0x243185be4ee4b28c",
  "0x550c7dc3d5ffb4e2",
  "0x72be5d74f27b896f",
  "0x80deb1fe3b1696b1",
  "0x9bdc06a725c71235",
  "0xc19bf174cf692694",
  "0xe49b69c19ef14ad2",
  "0xefbe4786384f25e3",
  "0x0fc19dc68b8cd5b5",
  "0x240ca1cc77ac9c65",
  "0x2de92c6f592b0275",
  "0x4a7484aa6ea6e483",
  "0x5cb0a9dcbd41fbd4",
  "0x76f988da831153b5",
  "0x983e5152ee66dfab",
  "0xa831c66d2db43210",
  "0xb00327c898fb213f",
  "0xbf597fc7beef0ee4",
  "0xc6e00bf33da88fc2",
  "0xd5a79147930aa725",
  "0x06ca6351e003826f",
  "0x142929670a0e6e70",
  "0x27b70a8546d22ffc",
  "0x2e1b21385c26c926",
  "0x4d2c6dfc5ac42aed",
  "0x53380d139d95b3df",
  "0x650a73548baf63de",
  "0x766a0abb3c77b2a8",
  "0x81c2c92e47edaee6",
  "0x92722c851482353b",
  "0xa2bfe8a14cf10364",
  "0xa81a664bbc423001",
  "0xc24b8b70d0f89791",
  "0xc76c51a30654be30",
  "0xd192e819d6ef5218",
  "0xd69906245565a910",
  "0xf40e35855771202a",
  "0x106aa07032bbd1b8",
  "0x19a4c116b8d2d0c8",
  "0x1e376c085141ab53",
  "0x2748774cdf8eeb99",
  "0x34b0bcb5e19b48a8",
  "0x391c0cb3c5c95a63",
  "0x4ed8aa4ae3418acb",
  "0x5b9cca4f7763e373",
  "0x682e6ff3d6b2b8a3",
  "0x748f82ee5defb2fc",
  "0x78a5636f43172f60",
  "0x84c87814a1f0ab72",
  "0x8cc702081a6439ec",
  "0x90befffa23631e28",
  "0xa4506cebde82bde9",
  "0xbef9a3f7b2c67915",
  "0xc67178f2e372532b",
  "0xca273eceea26619c",
  "0xd186b8c721c0c207",
  "0xeada7dd6cde0eb1e",
  "0xf57d4f7fee6ed178",
  "0x06f067aa72176fba",
  "0x0a637dc5a2c898a6",
  "0x113f9804bef90dae",
  "0x1b710b35131c471b",
  "0x28db77f523047d84",
  "0x32caab7b40c72493",
  "0x3c9ebe0a15c9bebc",
  "0x431d67c49c100d4c",
  "0x4cc5d4becb3e42b6",
  "0x597f299cfc657e2a",
  "0x5fcb6fab3ad6faec",
  "0x6c44198c4a475817"
].map((n) => BigInt(n))))();
var SHA512_Kh = /* @__PURE__ */ (() => K512[0])();
var SHA512_Kl = /* @__PURE__ */ (() => K512[1])();
var SHA512_W_H = /* @__PURE__ */ new Uint32Array(80);
var SHA512_W_L = /* @__PURE__ */ new Uint32Array(80);
var SHA2_64B = class extends HashMD {
  // We cannot use array here since array allows indexing by variable
  // which means optimizer/compiler cannot use registers.
  // h -- high 32 bits, l -- low 32 bits
  // Numeric initializers matter: starting the fields as `undefined` changes
  // V8's field representation and slows hashing down (measured on sha256).
  Ah = 0;
  Al = 0;
  Bh = 0;
  Bl = 0;
  Ch = 0;
  Cl = 0;
  Dh = 0;
  Dl = 0;
  Eh = 0;
  El = 0;
  Fh = 0;
  Fl = 0;
  Gh = 0;
  Gl = 0;
  Hh = 0;
  Hl = 0;
  constructor(outputLen, IV) {
    super(128, outputLen, 16, false);
    this.Ah = IV[0] | 0;
    this.Al = IV[1] | 0;
    this.Bh = IV[2] | 0;
    this.Bl = IV[3] | 0;
    this.Ch = IV[4] | 0;
    this.Cl = IV[5] | 0;
    this.Dh = IV[6] | 0;
    this.Dl = IV[7] | 0;
    this.Eh = IV[8] | 0;
    this.El = IV[9] | 0;
    this.Fh = IV[10] | 0;
    this.Fl = IV[11] | 0;
    this.Gh = IV[12] | 0;
    this.Gl = IV[13] | 0;
    this.Hh = IV[14] | 0;
    this.Hl = IV[15] | 0;
  }
  // prettier-ignore
  get() {
    const { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
    return [Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl];
  }
  // prettier-ignore
  set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl) {
    this.Ah = Ah | 0;
    this.Al = Al | 0;
    this.Bh = Bh | 0;
    this.Bl = Bl | 0;
    this.Ch = Ch | 0;
    this.Cl = Cl | 0;
    this.Dh = Dh | 0;
    this.Dl = Dl | 0;
    this.Eh = Eh | 0;
    this.El = El | 0;
    this.Fh = Fh | 0;
    this.Fl = Fl | 0;
    this.Gh = Gh | 0;
    this.Gl = Gl | 0;
    this.Hh = Hh | 0;
    this.Hl = Hl | 0;
  }
  _cloneInto(to) {
    (to ||= new this.constructor()).set(...this.get());
    return this._cloneIntoMeta(to);
  }
  process(view, offset) {
    for (let i = 0; i < 16; i++, offset += 4) {
      SHA512_W_H[i] = view.getUint32(offset);
      SHA512_W_L[i] = view.getUint32(offset += 4);
    }
    for (let i = 16; i < 80; i++) {
      const W15h = SHA512_W_H[i - 15] | 0;
      const W15l = SHA512_W_L[i - 15] | 0;
      const s0h = rotrSH(W15h, W15l, 1) ^ rotrSH(W15h, W15l, 8) ^ shrSH(W15h, W15l, 7);
      const s0l = rotrSL(W15h, W15l, 1) ^ rotrSL(W15h, W15l, 8) ^ shrSL(W15h, W15l, 7);
      const W2h = SHA512_W_H[i - 2] | 0;
      const W2l = SHA512_W_L[i - 2] | 0;
      const s1h = rotrSH(W2h, W2l, 19) ^ rotrBH(W2h, W2l, 61) ^ shrSH(W2h, W2l, 6);
      const s1l = rotrSL(W2h, W2l, 19) ^ rotrBL(W2h, W2l, 61) ^ shrSL(W2h, W2l, 6);
      const SUMl = add4L(s0l, s1l, SHA512_W_L[i - 7], SHA512_W_L[i - 16]);
      const SUMh = add4H(SUMl, s0h, s1h, SHA512_W_H[i - 7], SHA512_W_H[i - 16]);
      SHA512_W_H[i] = SUMh | 0;
      SHA512_W_L[i] = SUMl | 0;
    }
    let { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
    for (let i = 0; i < 80; i++) {
      const sigma1h = rotrSH(Eh, El, 14) ^ rotrSH(Eh, El, 18) ^ rotrBH(Eh, El, 41);
      const sigma1l = rotrSL(Eh, El, 14) ^ rotrSL(Eh, El, 18) ^ rotrBL(Eh, El, 41);
      const CHIh = Eh & Fh ^ ~Eh & Gh;
      const CHIl = El & Fl ^ ~El & Gl;
      const T1ll = add5L(Hl, sigma1l, CHIl, SHA512_Kl[i], SHA512_W_L[i]);
      const T1h = add5H(T1ll, Hh, sigma1h, CHIh, SHA512_Kh[i], SHA512_W_H[i]);
      const T1l = T1ll | 0;
      const sigma0h = rotrSH(Ah, Al, 28) ^ rotrBH(Ah, Al, 34) ^ rotrBH(Ah, Al, 39);
      const sigma0l = rotrSL(Ah, Al, 28) ^ rotrBL(Ah, Al, 34) ^ rotrBL(Ah, Al, 39);
      const MAJh = Ah & Bh ^ Ah & Ch ^ Bh & Ch;
      const MAJl = Al & Bl ^ Al & Cl ^ Bl & Cl;
      Hh = Gh | 0;
      Hl = Gl | 0;
      Gh = Fh | 0;
      Gl = Fl | 0;
      Fh = Eh | 0;
      Fl = El | 0;
      ({ h: Eh, l: El } = add(Dh | 0, Dl | 0, T1h | 0, T1l | 0));
      Dh = Ch | 0;
      Dl = Cl | 0;
      Ch = Bh | 0;
      Cl = Bl | 0;
      Bh = Ah | 0;
      Bl = Al | 0;
      const All = add3L(T1l, sigma0l, MAJl);
      Ah = add3H(All, T1h, sigma0h, MAJh);
      Al = All | 0;
    }
    ({ h: Ah, l: Al } = add(this.Ah | 0, this.Al | 0, Ah | 0, Al | 0));
    ({ h: Bh, l: Bl } = add(this.Bh | 0, this.Bl | 0, Bh | 0, Bl | 0));
    ({ h: Ch, l: Cl } = add(this.Ch | 0, this.Cl | 0, Ch | 0, Cl | 0));
    ({ h: Dh, l: Dl } = add(this.Dh | 0, this.Dl | 0, Dh | 0, Dl | 0));
    ({ h: Eh, l: El } = add(this.Eh | 0, this.El | 0, Eh | 0, El | 0));
    ({ h: Fh, l: Fl } = add(this.Fh | 0, this.Fl | 0, Fh | 0, Fl | 0));
    ({ h: Gh, l: Gl } = add(this.Gh | 0, this.Gl | 0, Gh | 0, Gl | 0));
    ({ h: Hh, l: Hl } = add(this.Hh | 0, this.Hl | 0, Hh | 0, Hl | 0));
    this.set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl);
  }
  roundClean() {
    clean(SHA512_W_H, SHA512_W_L);
  }
  destroy() {
    this.destroyed = true;
    clean(this.buffer);
    this.set(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
};
var _SHA512 = class extends SHA2_64B {
  constructor() {
    super(64, SHA512_IV);
  }
};
var sha256 = /* @__PURE__ */ createHasher(
  () => new _SHA256(),
  /* @__PURE__ */ oidNist(1)
);
var sha512 = /* @__PURE__ */ createHasher(
  () => new _SHA512(),
  /* @__PURE__ */ oidNist(3)
);

// .build/assets/node_modules/@noble/curves/utils.js
function aarray(item, title, inner = () => {
}) {
  if (!Array.isArray(item))
    throw new TypeError(`"${title}" expected array, got type=${typeof item}`);
  for (let i = 0; i < item.length; i++)
    inner(item[i], `${title}[${i}]`);
  return item;
}
var abytes2 = (value, length, title) => abytes(value, length, title);
var anumber2 = anumber;
function aobject2(value, title = "object") {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new TypeError(title === "object" ? "expected valid options object" : `"${title}" expected object, got type=${typeof value}`);
  return value;
}
function afunction(value, title) {
  if (typeof value !== "function")
    throw new TypeError(`"${title}" is invalid: expected function, got ${typeof value}`);
  return value;
}
var bytesToHex2 = bytesToHex;
var concatBytes2 = (...arrays) => concatBytes(...arrays);
var hexToBytes2 = (hex2) => hexToBytes(hex2);
var isBytes2 = isBytes;
var randomBytes2 = (bytesLength) => randomBytes(bytesLength);
var _0n = /* @__PURE__ */ BigInt(0);
var _1n = /* @__PURE__ */ BigInt(1);
var atitle2 = (title) => title ? `"${title}" ` : "";
function abool(value, title = "") {
  if (typeof value !== "boolean")
    throw new TypeError(atitle2(title) + "expected boolean, got type=" + typeof value);
  return value;
}
function abignumber(n) {
  if (typeof n === "bigint") {
    if (!isPosBig(n))
      throw new RangeError("positive bigint expected, got " + n);
  } else
    anumber2(n);
  return n;
}
function asafenumber(value, title = "") {
  if (typeof value !== "number") {
    const prefix = title && `"${title}" `;
    throw new TypeError(prefix + "expected number, got type=" + typeof value);
  }
  if (!Number.isSafeInteger(value)) {
    const prefix = title && `"${title}" `;
    throw new RangeError(prefix + "expected safe integer, got " + value);
  }
}
function hexToNumber(hex2) {
  if (typeof hex2 !== "string")
    throw new TypeError("hex string expected, got " + typeof hex2);
  return hex2 === "" ? _0n : BigInt("0x" + hex2);
}
function bytesToNumberBE(bytes2) {
  return hexToNumber(bytesToHex(bytes2));
}
function bytesToNumberLE(bytes2) {
  return hexToNumber(bytesToHex(copyBytes(abytes(bytes2)).reverse()));
}
function numberToBytesBE(n, len) {
  anumber(len);
  if (len === 0)
    throw new Error("zero output length is invalid");
  n = abignumber(n);
  const expectedLen = len * 2;
  const hex2 = n.toString(16);
  if (hex2.length > expectedLen)
    throw new RangeError("number is too large");
  return hexToBytes(hex2.padStart(expectedLen, "0"));
}
function numberToBytesLE(n, len) {
  return numberToBytesBE(n, len).reverse();
}
function copyBytes(bytes2) {
  return Uint8Array.from(abytes2(bytes2));
}
function isPosBig(n) {
  return typeof n === "bigint" && _0n <= n;
}
function inRange(n, min, max) {
  return isPosBig(n) && isPosBig(min) && isPosBig(max) && min <= n && n < max;
}
function aInRange(title, n, min, max) {
  if (!inRange(n, min, max))
    throw new RangeError("expected valid " + title + ": " + min + " <= n < " + max + ", got " + n);
}
function bitLen(n) {
  if (n < _0n)
    throw new Error("expected non-negative bigint, got " + n);
  return n === _0n ? 0 : n.toString(2).length;
}
var bitMask = (n) => {
  asafenumber(n, "n");
  return (_1n << BigInt(n)) - _1n;
};
function validateObject(object, fields = {}, optFields = {}, title = "object") {
  aobject2(object, title);
  aobject2(fields, "fields");
  aobject2(optFields, "optFields");
  function checkField(fieldName, expectedType, isOpt) {
    const label = title === "object" ? `param "${String(fieldName)}"` : `"${title}.${String(fieldName)}"`;
    const val = object[fieldName];
    if (!Object.hasOwn(object, fieldName) && (isOpt ? val !== void 0 : expectedType !== "function")) {
      throw new TypeError(`${label} is invalid: expected own property`);
    }
    if (isOpt && val === void 0)
      return;
    const current = typeof val;
    if (current !== expectedType || val === null)
      throw new TypeError(`${label} is invalid: expected ${expectedType}, got ${current}`);
  }
  const iter = (f, isOpt) => Object.entries(f).forEach(([k, v]) => checkField(k, v, isOpt));
  iter(fields, false);
  iter(optFields, true);
}

// .build/assets/node_modules/@noble/curves/abstract/modular.js
var _0n2 = /* @__PURE__ */ BigInt(0);
var _1n2 = /* @__PURE__ */ BigInt(1);
var _2n = /* @__PURE__ */ BigInt(2);
var _3n = /* @__PURE__ */ BigInt(3);
var _4n = /* @__PURE__ */ BigInt(4);
var _5n = /* @__PURE__ */ BigInt(5);
var _7n = /* @__PURE__ */ BigInt(7);
var _8n = /* @__PURE__ */ BigInt(8);
var _9n = /* @__PURE__ */ BigInt(9);
var _15n = /* @__PURE__ */ BigInt(15);
var _16n = /* @__PURE__ */ BigInt(16);
var POW_WINDOWED_MIN = /* @__PURE__ */ BigInt("0x10000000000000000");
function mod(a, b) {
  if (b <= _0n2)
    throw new Error("mod: expected positive modulus, got " + b);
  const result = a % b;
  return result >= _0n2 ? result : b + result;
}
function pow(num, power, modulo) {
  if (modulo <= _1n2)
    throw new Error("pow: expected modulus > 1, got " + modulo);
  if (typeof power !== "bigint")
    throw new TypeError("invalid exponent: expected bigint, got " + typeof power);
  if (power < _0n2)
    throw new Error("invalid exponent, negatives unsupported");
  if (power === _0n2)
    return _1n2;
  if (power === _1n2)
    return num;
  let d = num % modulo;
  if (d < _0n2)
    d += modulo;
  if (power < POW_WINDOWED_MIN) {
    let p2 = _1n2;
    while (power > _0n2) {
      if (power & _1n2)
        p2 = p2 * d % modulo;
      d = d * d % modulo;
      power >>= _1n2;
    }
    return p2;
  }
  const digits = [];
  while (power > _0n2) {
    digits.push(Number(power & _15n));
    power >>= _4n;
  }
  const table = new Array(16);
  table[0] = _1n2;
  table[1] = d;
  for (let i = 2; i < 16; i++)
    table[i] = table[i - 1] * d % modulo;
  let p = table[digits[digits.length - 1]];
  for (let w = digits.length - 2; w >= 0; w--) {
    p = p * p % modulo;
    p = p * p % modulo;
    p = p * p % modulo;
    p = p * p % modulo;
    const digit = digits[w];
    if (digit !== 0)
      p = p * table[digit] % modulo;
  }
  return p;
}
function pow2(x, power, modulo) {
  if (modulo <= _1n2)
    throw new Error("pow2: expected modulus > 1, got " + modulo);
  if (power < _0n2)
    throw new Error("pow2: expected non-negative exponent, got " + power);
  let res = x;
  while (power-- > _0n2) {
    res *= res;
    res %= modulo;
  }
  return res;
}
function invert(number2, modulo) {
  if (number2 === _0n2)
    throw new Error("invert: expected non-zero number");
  if (modulo <= _1n2)
    throw new Error("invert: expected modulus > 1, got " + modulo);
  let a = mod(number2, modulo);
  let b = modulo;
  let x = _0n2, u = _1n2;
  while (a !== _0n2) {
    const q = b / a;
    const r = b - a * q;
    const m = x - u * q;
    b = a, a = r, x = u, u = m;
  }
  const gcd = b;
  if (gcd !== _1n2)
    throw new Error("invert: does not exist");
  return mod(x, modulo);
}
function assertIsSquare(Fp2, root, n) {
  const F = Fp2;
  if (!F.eql(F.sqr(root), n))
    throw new Error("Cannot find square root");
}
function aoddModulus(order, fnName) {
  if ((order & _1n2) === _0n2)
    throw new Error(fnName + ": expected odd modulus, got " + order);
}
function sqrt3mod4(Fp2, n) {
  const F = Fp2;
  const p1div4 = (F.ORDER + _1n2) / _4n;
  const root = F.pow(n, p1div4);
  assertIsSquare(F, root, n);
  return root;
}
function sqrt5mod8(Fp2, n) {
  const F = Fp2;
  const p5div8 = (F.ORDER - _5n) / _8n;
  const n2 = F.mul(n, _2n);
  const v = F.pow(n2, p5div8);
  const nv = F.mul(n, v);
  const i = F.mul(F.mul(nv, _2n), v);
  const root = F.mul(nv, F.sub(i, F.ONE));
  assertIsSquare(F, root, n);
  return root;
}
function sqrt9mod16(P) {
  const Fp_ = Field(P);
  const tn = tonelliShanks(P);
  const c1 = tn(Fp_, Fp_.neg(Fp_.ONE));
  const c2 = tn(Fp_, c1);
  const c3 = tn(Fp_, Fp_.neg(c1));
  const c4 = (P + _7n) / _16n;
  return ((Fp2, n) => {
    const F = Fp2;
    let tv1 = F.pow(n, c4);
    let tv2 = F.mul(tv1, c1);
    const tv3 = F.mul(tv1, c2);
    const tv4 = F.mul(tv1, c3);
    const e1 = F.eql(F.sqr(tv2), n);
    const e2 = F.eql(F.sqr(tv3), n);
    tv1 = F.cmov(tv1, tv2, e1);
    tv2 = F.cmov(tv4, tv3, e2);
    const e3 = F.eql(F.sqr(tv2), n);
    const root = F.cmov(tv1, tv2, e3);
    assertIsSquare(F, root, n);
    return root;
  });
}
function tonelliShanks(P) {
  if (P < _3n)
    throw new Error("sqrt is not defined for small field");
  aoddModulus(P, "tonelliShanks");
  let Q = P - _1n2;
  let S = 0;
  while (Q % _2n === _0n2) {
    Q /= _2n;
    S++;
  }
  let Z = _2n;
  const _Fp = Field(P);
  while (FpLegendre(_Fp, Z) === 1) {
    if (Z++ > 1e3)
      throw new Error("Cannot find square root: probably non-prime P");
  }
  if (S === 1)
    return sqrt3mod4;
  let cc = _Fp.pow(Z, Q);
  const Q1div2 = (Q + _1n2) / _2n;
  return function tonelliSlow(Fp2, n) {
    const F = Fp2;
    if (F.is0(n))
      return n;
    if (FpLegendre(F, n) !== 1)
      throw new Error("Cannot find square root");
    let M = S;
    let c = F.mul(F.ONE, cc);
    let t = F.pow(n, Q);
    let R = F.pow(n, Q1div2);
    while (!F.eql(t, F.ONE)) {
      if (F.is0(t))
        throw new Error("Cannot find square root: probably non-prime P");
      let i = 1;
      let t_tmp = F.sqr(t);
      while (!F.eql(t_tmp, F.ONE)) {
        i++;
        t_tmp = F.sqr(t_tmp);
        if (i === M)
          throw new Error("Cannot find square root");
      }
      const exponent = _1n2 << BigInt(M - i - 1);
      const b = F.pow(c, exponent);
      M = i;
      c = F.sqr(b);
      t = F.mul(t, c);
      R = F.mul(R, b);
    }
    return R;
  };
}
function FpSqrt(P) {
  aoddModulus(P, "Fp.sqrt");
  if (P % _4n === _3n)
    return sqrt3mod4;
  if (P % _8n === _5n)
    return sqrt5mod8;
  if (P % _16n === _9n)
    return sqrt9mod16(P);
  return tonelliShanks(P);
}
var isNegativeLE = (num, modulo) => (mod(num, modulo) & _1n2) === _1n2;
var FIELD_FIELDS = [
  "create",
  "isValid",
  "is0",
  "neg",
  "inv",
  "sqrt",
  "sqr",
  "eql",
  "add",
  "sub",
  "mul",
  "pow",
  "div",
  "addN",
  "subN",
  "mulN",
  "sqrN"
];
function validateField(field2) {
  aobject2(field2, "field");
  if (typeof field2.ORDER !== "bigint")
    throw new TypeError('param "ORDER" is invalid: expected bigint, got ' + typeof field2.ORDER);
  asafenumber(field2.BYTES, "BYTES");
  asafenumber(field2.BITS, "BITS");
  for (const name of FIELD_FIELDS)
    afunction(field2[name], "field." + name);
  if (field2.BYTES < 1 || field2.BITS < 1)
    throw new Error("invalid field: expected BYTES/BITS > 0");
  if (field2.ORDER <= _1n2)
    throw new Error("invalid field: expected ORDER > 1, got " + field2.ORDER);
  return field2;
}
function FpInvertBatch(Fp2, nums, passZero = false) {
  validateField(Fp2);
  aarray(nums, "nums");
  abool(passZero, "passZero");
  const F = Fp2;
  const inverted = new Array(nums.length).fill(passZero ? F.ZERO : void 0);
  const multipliedAcc = nums.reduce((acc, num, i) => {
    if (F.is0(num))
      return acc;
    inverted[i] = acc;
    return F.mul(acc, num);
  }, F.ONE);
  const invertedAcc = F.inv(multipliedAcc);
  nums.reduceRight((acc, num, i) => {
    if (F.is0(num))
      return acc;
    inverted[i] = F.mul(acc, inverted[i]);
    return F.mul(acc, num);
  }, invertedAcc);
  return inverted;
}
function FpLegendre(Fp2, n) {
  validateField(Fp2);
  const F = Fp2;
  aoddModulus(F.ORDER, "FpLegendre");
  const p1mod2 = (F.ORDER - _1n2) / _2n;
  const powered = F.pow(n, p1mod2);
  const yes = F.eql(powered, F.ONE);
  const zero = F.eql(powered, F.ZERO);
  const no = F.eql(powered, F.neg(F.ONE));
  if (!yes && !zero && !no)
    throw new Error("invalid Legendre symbol result");
  return yes ? 1 : zero ? 0 : -1;
}
function nLength(n, nBitLength) {
  if (nBitLength !== void 0)
    anumber2(nBitLength);
  if (n <= _0n2)
    throw new Error("invalid n length: expected positive n, got " + n);
  if (nBitLength !== void 0 && nBitLength < 1)
    throw new Error("invalid n length: expected positive bit length, got " + nBitLength);
  const bits = bitLen(n);
  if (nBitLength !== void 0 && nBitLength < bits)
    throw new Error(`invalid n length: expected nBitLength (${nBitLength}) >= bitLen(n) (${bits})`);
  const _nBitLength = nBitLength !== void 0 ? nBitLength : bits;
  const nByteLength = Math.ceil(_nBitLength / 8);
  return { nBitLength: _nBitLength, nByteLength };
}
var FIELD_SQRT = /* @__PURE__ */ new WeakMap();
var _Field = class {
  ORDER;
  BITS;
  BYTES;
  isLE;
  ZERO = _0n2;
  ONE = _1n2;
  _lengths;
  _mod;
  constructor(ORDER, opts = {}) {
    if (ORDER <= _1n2)
      throw new Error("invalid field: expected ORDER > 1, got " + ORDER);
    let _nbitLength = void 0;
    this.isLE = false;
    if (opts != null && typeof opts === "object") {
      if (typeof opts.BITS === "number")
        _nbitLength = opts.BITS;
      if (typeof opts.sqrt === "function")
        Object.defineProperty(this, "sqrt", { value: opts.sqrt, enumerable: true });
      if (typeof opts.isLE === "boolean")
        this.isLE = opts.isLE;
      if (opts.allowedLengths)
        this._lengths = Object.freeze(opts.allowedLengths.slice());
      if (typeof opts.modFromBytes === "boolean")
        this._mod = opts.modFromBytes;
    }
    const { nBitLength, nByteLength } = nLength(ORDER, _nbitLength);
    if (nByteLength > 2048)
      throw new Error("invalid field: expected ORDER of <= 2048 bytes");
    this.ORDER = ORDER;
    this.BITS = nBitLength;
    this.BYTES = nByteLength;
    Object.freeze(this);
  }
  create(num) {
    return mod(num, this.ORDER);
  }
  isValid(num) {
    if (typeof num !== "bigint")
      throw new TypeError("invalid field element: expected bigint, got " + typeof num);
    return _0n2 <= num && num < this.ORDER;
  }
  is0(num) {
    return num === _0n2;
  }
  // is valid and invertible
  isValidNot0(num) {
    return !this.is0(num) && this.isValid(num);
  }
  isOdd(num) {
    return (num & _1n2) === _1n2;
  }
  neg(num) {
    return mod(-num, this.ORDER);
  }
  eql(lhs, rhs) {
    return lhs === rhs;
  }
  sqr(num) {
    return mod(num * num, this.ORDER);
  }
  add(lhs, rhs) {
    return mod(lhs + rhs, this.ORDER);
  }
  sub(lhs, rhs) {
    return mod(lhs - rhs, this.ORDER);
  }
  mul(lhs, rhs) {
    return mod(lhs * rhs, this.ORDER);
  }
  pow(num, power) {
    return pow(num, power, this.ORDER);
  }
  div(lhs, rhs) {
    return mod(lhs * invert(rhs, this.ORDER), this.ORDER);
  }
  // Same as above, but doesn't normalize
  sqrN(num) {
    return num * num;
  }
  addN(lhs, rhs) {
    return lhs + rhs;
  }
  subN(lhs, rhs) {
    return lhs - rhs;
  }
  mulN(lhs, rhs) {
    return lhs * rhs;
  }
  inv(num) {
    return invert(num, this.ORDER);
  }
  sqrt(num) {
    let sqrt = FIELD_SQRT.get(this);
    if (!sqrt)
      FIELD_SQRT.set(this, sqrt = FpSqrt(this.ORDER));
    return sqrt(this, num);
  }
  toBytes(num) {
    return this.isLE ? numberToBytesLE(num, this.BYTES) : numberToBytesBE(num, this.BYTES);
  }
  fromBytes(bytes2, skipValidation = false) {
    abytes2(bytes2);
    const { _lengths: allowedLengths, BYTES, isLE: isLE2, ORDER, _mod: modFromBytes } = this;
    if (allowedLengths) {
      if (bytes2.length < 1 || !allowedLengths.includes(bytes2.length) || bytes2.length > BYTES) {
        throw new Error("Field.fromBytes: expected " + allowedLengths + " bytes, got " + bytes2.length);
      }
      const padded2 = new Uint8Array(BYTES);
      padded2.set(bytes2, isLE2 ? 0 : padded2.length - bytes2.length);
      bytes2 = padded2;
    }
    if (bytes2.length !== BYTES)
      throw new Error("Field.fromBytes: expected " + BYTES + " bytes, got " + bytes2.length);
    let scalar = isLE2 ? bytesToNumberLE(bytes2) : bytesToNumberBE(bytes2);
    if (modFromBytes)
      scalar = mod(scalar, ORDER);
    if (!skipValidation) {
      if (!this.isValid(scalar))
        throw new Error("invalid field element: outside of range 0..ORDER");
    }
    return scalar;
  }
  invertBatch(lst) {
    return FpInvertBatch(this, lst, true);
  }
  // We can't move this out because Fp6, Fp12 implement it
  // and it's unclear what to return in there.
  cmov(a, b, condition) {
    abool(condition, "condition");
    return condition ? b : a;
  }
};
function Field(ORDER, opts = {}) {
  Object.freeze(_Field.prototype);
  return new _Field(ORDER, opts);
}

// .build/assets/node_modules/@noble/curves/abstract/curve.js
var _0n3 = /* @__PURE__ */ BigInt(0);
var _1n3 = /* @__PURE__ */ BigInt(1);
var _4n2 = /* @__PURE__ */ BigInt(4);
var BLIND_BYTES = 16;
var BLIND_BITS = 128;
var FW_WINDOW = 5;
var TABLE_BYTES_MAX = /* @__PURE__ */ (() => 2 ** 31)();
function validatePointCons(Point) {
  const pc = Point;
  if (typeof pc !== "function")
    throw new TypeError('"Point" expected constructor, got type=' + typeof Point);
  afunction(pc.fromAffine, "Point.fromAffine");
  afunction(pc.fromBytes, "Point.fromBytes");
  afunction(pc.fromHex, "Point.fromHex");
  aobject2(pc.BASE, "Point.BASE");
  aobject2(pc.ZERO, "Point.ZERO");
  validateField(pc.Fp);
  validateField(pc.Fn);
}
function normalizeZ(c, points) {
  validatePointCons(c);
  validateMSMPoints(points, c);
  const invertedZs = FpInvertBatch(c.Fp, points.map((p) => p.Z));
  return points.map((p, i) => c.fromAffine(p.toAffine(invertedZs[i])));
}
function validateW(W, bits, min = 1) {
  if (!Number.isSafeInteger(W) || W < min || W > bits)
    throw new Error("invalid window size, expected [" + min + ".." + bits + "], got W=" + W);
}
function validateTableBytes(numPoints, fpBytes) {
  const bytes2 = numPoints * (4 * fpBytes + 128);
  if (bytes2 > TABLE_BYTES_MAX)
    throw new Error("invalid window size: table would need ~" + Math.ceil(bytes2 / 2 ** 20) + " MiB, max " + TABLE_BYTES_MAX / 2 ** 20 + " MiB");
}
function probeRandomBytes(randomBytes4, length) {
  if (randomBytes4 === void 0)
    return void 0;
  afunction(randomBytes4, "randomBytes");
  try {
    const probe = randomBytes4(length);
    if (!isBytes2(probe) || probe.length !== length)
      return void 0;
  } catch {
    return void 0;
  }
  return randomBytes4;
}
function validateMSMPoints(points, c) {
  aarray(points, "points");
  points.forEach((p, i) => {
    if (!(p instanceof c))
      throw new Error("invalid point at index " + i);
  });
}
function validateMSMScalars(scalars, field2, maxScalar) {
  if (!Array.isArray(scalars))
    throw new Error("array of scalars expected");
  scalars.forEach((s, i) => {
    const ok = maxScalar === void 0 ? field2.isValid(s) : isPosBig(s) && s < maxScalar;
    if (!ok)
      throw new Error("invalid scalar at index " + i);
  });
}
var pointWindowSizes = /* @__PURE__ */ new WeakMap();
function getWindowSize(P) {
  return pointWindowSizes.get(P) || 1;
}
function oddMultiples(p, size) {
  const dbl = p.double();
  const t = [p];
  for (let j = 1; j < size; j++)
    t.push(t[j - 1].add(dbl));
  return t;
}
function wnafDigits(n, W) {
  const size = 2 ** W;
  const half = size / 2;
  const mask = BigInt(size - 1);
  const d = [];
  while (n > _0n3) {
    let w = 0;
    if (n & _1n3) {
      w = Number(n & mask);
      if (w >= half)
        w -= size;
      n -= BigInt(w);
    }
    d.push(w);
    n >>= _1n3;
  }
  return d;
}
function signedWindowDigits(n, W, windows) {
  const size = 2 ** W;
  const half = size / 2;
  const mask = BigInt(size - 1);
  const shiftBy = BigInt(W);
  const d = [];
  for (let w = 0; w < windows; w++) {
    let v = Number(n & mask);
    n >>= shiftBy;
    if (v > half) {
      v -= size;
      n += _1n3;
    }
    d.push(v);
  }
  if (n !== _0n3)
    throw new Error("invalid wnaf");
  return d;
}
function wnafWalk(zero, tables, digits) {
  let max = 0;
  for (const d of digits)
    max = Math.max(max, d.length);
  let acc = zero;
  for (let bit = max - 1; bit >= 0; bit--) {
    if (bit !== max - 1)
      acc = acc.double();
    for (let i = 0; i < digits.length; i++) {
      const w = digits[i][bit];
      if (w) {
        const item = tables[i][Math.abs(w) - 1 >> 1];
        acc = acc.add(w < 0 ? item.negate() : item);
      }
    }
  }
  return acc;
}
var ScalarMultiplier = class {
  Point;
  BASE;
  ZERO;
  randomBytes;
  wnafPrecomputes = /* @__PURE__ */ new WeakMap();
  baseCanBeBlinded;
  bits;
  // Parametrized with a given Point class (not individual point)
  constructor(Point, randomBytes4) {
    validatePointCons(Point);
    this.randomBytes = probeRandomBytes(randomBytes4, BLIND_BYTES);
    this.Point = Point;
    this.BASE = Point.BASE;
    this.ZERO = Point.ZERO;
    this.bits = Point.Fn.BITS;
  }
  /**
   * Creates a signed fixed-window wNAF precomputation table: for every window w, the
   * multiples `[1..2^(W−1)]⋅2^(w⋅W)⋅P`, flattened. All doublings are baked into the table,
   * so cached multiplication is additions-only. `windows = ceil(bits/W) + 1`: the extra
   * window absorbs the final carry of signed-digit recoding.
   * For a 256-bit curve and W=6, the table is 44⋅32 = 1408 points.
   * @param point - Point instance
   * @param W - window size
   * @param bits - scalar bitlength the table must cover
   */
  buildWnafTable(point, W, bits) {
    const windows = Math.ceil(bits / W) + 1;
    const half = 2 ** (W - 1);
    const comp = [];
    let base = point;
    for (let w = 0; w < windows; w++) {
      let acc = base;
      for (let i = 0; i < half; i++) {
        comp.push(acc);
        acc = acc.add(base);
      }
      base = comp[comp.length - 1].double();
    }
    return { W, bits, windows, comp };
  }
  /**
   * Implements ec multiplication using precomputed signed fixed-window wNAF tables.
   * Constant-time: fixed window count with one table addition per window — zero digits feed
   * the fake accumulator — and no doublings; the lookup scans the whole window slice.
   * Scalar bounds are validated by the public entry points ({@link ScalarMultiplier.mulCT},
   * {@link ScalarMultiplier.mulCTBlinded}, {@link ScalarMultiplier.mulUnsafe});
   * signedWindowDigits throws if `n` exceeds the table.
   * @returns real and fake (for const-time) points
   */
  wnafCachedCT(precomputes, n) {
    const { W, windows, comp } = precomputes;
    const half = 2 ** (W - 1);
    const digits = signedWindowDigits(n, W, windows);
    let p = this.ZERO;
    let f = this.BASE;
    for (let w = 0; w < windows; w++) {
      const digit = digits[w];
      const start2 = w * half;
      const idx = Math.abs(digit) - 1;
      let sel = comp[start2];
      for (let i = 1; i < half; i++)
        sel = i === idx ? comp[start2 + i] : sel;
      const neg = sel.negate();
      if (digit === 0)
        f = f.add(comp[start2]);
      else
        p = p.add(digit < 0 ? neg : sel);
    }
    return { p, f };
  }
  // Cache key is point identity plus (W, bits); at most two entries exist per point (public-width
  // `Fn.BITS` and blinded `Fn.BITS + BLIND_BITS`). Callers must not reuse the same point with
  // incompatible `transform(...)` layouts and expect a separate cache entry.
  getWnafPrecomputes(W, point, bits, transform) {
    let entries = this.wnafPrecomputes.get(point);
    let comp = entries?.find((entry) => entry.W === W && entry.bits === bits);
    if (!comp) {
      comp = this.buildWnafTable(point, W, bits);
      if (typeof transform === "function")
        comp = { ...comp, comp: transform(comp.comp) };
      if (!entries) {
        entries = [];
        this.wnafPrecomputes.set(point, entries);
      }
      entries.push(comp);
    }
    return comp;
  }
  assertPoint(point) {
    if (!(point instanceof this.Point))
      throw new TypeError('"point" expected Point instance, got type=' + typeof point);
  }
  // Shared prologue of the constant-time entry points. Rejects scalar 0: in key/signature-style
  // callers a zero scalar means broken upstream plumbing, and concrete Points already reject it.
  // Uses inRange instead of Fn.isValidNot0: validateField() only certifies the arithmetic subset.
  validateMulInput(point, scalar) {
    this.assertPoint(point);
    if (!inRange(scalar, _1n3, this.Point.Fn.ORDER))
      throw new Error("invalid scalar");
  }
  // Constant-time dispatch shared by mulCT / mulCTBlinded. Un-precomputed points (W===1, e.g.
  // ECDH peer keys) skip building a throwaway cached table in favor of a small fixed-window
  // multiply. `n` must be < 2^bits.
  runCT(point, n, bits, transform) {
    const W = getWindowSize(point);
    if (W === 1)
      return this.fixedWindowCT(point, n, bits);
    return this.wnafCachedCT(this.getWnafPrecomputes(W, point, bits, transform), n);
  }
  mulCT(point, scalar, transform) {
    this.validateMulInput(point, scalar);
    return this.runCT(point, scalar, this.bits, transform);
  }
  mulCTBlinded(point, scalar, transform) {
    this.validateMulInput(point, scalar);
    if (this.randomBytes === void 0)
      throw new Error("randomBytes is required for scalar blinding");
    const bits = this.Point.Fn.BITS + BLIND_BITS;
    const blind = this.randomBytes(BLIND_BYTES);
    if (!isBytes2(blind) || blind.length !== BLIND_BYTES)
      throw new Error("randomBytes returned invalid byte array");
    blind[0] = blind[0] & 63 | 128;
    const n = scalar + bytesToNumberBE(blind) * this.Point.Fn.ORDER;
    return this.runCT(point, n, bits, transform);
  }
  /**
   * Constant-time multiplication `n*point` for an un-precomputed point, via a small fixed window.
   * A cached wNAF table only pays off when reused; a flat 2^FW_WINDOW table (`size-1` adds) is
   * far cheaper to build for a single use. The point-operation sequence is independent of `n`:
   * build the table, then per window exactly FW_WINDOW doublings, a data-oblivious scan over
   * every table entry, and one addition (adds the identity when the window digit is 0 — never
   * skipped).
   *
   * `n` must be `< 2^bits`. Assumes complete addition (adding the identity costs the same as any
   * add), which holds for the Weierstrass/Edwards point types used here. The table is left in
   * projective form (no normalizeZ): normalizing this small a table costs more than the
   * mixed-add savings it would buy for a single multiply.
   * @returns real point `p`; `f` duplicates it only to match {@link wnafCachedCT}'s return shape
   * (this path needs no fake accumulator — its op-count is already scalar-independent).
   */
  fixedWindowCT(point, n, bits) {
    const W = FW_WINDOW;
    const size = 1 << W;
    const mask = bitMask(W);
    const table = new Array(size);
    table[0] = this.ZERO;
    for (let i = 1; i < size; i++)
      table[i] = table[i - 1].add(point);
    const windows = Math.ceil(bits / W);
    let acc = this.ZERO;
    for (let window2 = windows - 1; window2 >= 0; window2--) {
      if (window2 !== windows - 1)
        for (let d = 0; d < W; d++)
          acc = acc.double();
      const digit = Number(n >> BigInt(window2 * W) & mask);
      let sel = table[0];
      for (let i = 1; i < size; i++)
        sel = i === digit ? table[i] : sel;
      acc = acc.add(sel);
    }
    return { p: acc, f: acc };
  }
  shouldBlind(point, cofactor) {
    if (this.randomBytes === void 0)
      return false;
    if (cofactor === _1n3)
      return true;
    if (point !== this.BASE)
      return false;
    if (this.baseCanBeBlinded === void 0)
      this.baseCanBeBlinded = this.mulUnsafe(this.BASE, this.Point.Fn.ORDER).is0();
    return this.baseCanBeBlinded;
  }
  mulSecret(point, scalar, cofactor, transform) {
    return this.shouldBlind(point, cofactor) ? this.mulCTBlinded(point, scalar, transform) : this.mulCT(point, scalar, transform);
  }
  mulUnsafe(point, scalar, transform) {
    this.assertPoint(point);
    if (!isPosBig(scalar))
      throw new Error("invalid scalar");
    const W = getWindowSize(point);
    if (W === 1 || scalar >= this.Point.Fn.ORDER)
      return mulAddUnsafe(this.Point, [point], [scalar], true);
    const precomputes = this.getWnafPrecomputes(W, point, this.bits, transform);
    return this.wnafCachedCT(precomputes, scalar).p;
  }
  // Remembers the window size used for precomputed wNAF multiplication of the given point
  // and drops any previously built tables. Usually only the base point is precomputed.
  // W=1 resets the point to the un-precomputed (table-less) paths.
  // W is additionally capped so tables stay under ~2 GiB ({@link TABLE_BYTES_MAX}).
  setWindowSize(point, W) {
    this.assertPoint(point);
    validateW(W, this.bits);
    const windows = Math.ceil((this.bits + BLIND_BITS) / W) + 1;
    validateTableBytes(windows * 2 ** (W - 1), this.Point.Fp.BYTES);
    pointWindowSizes.set(point, W);
    this.wnafPrecomputes.delete(point);
  }
  // True when a window size is set: tables themselves are built lazily on first multiply.
  hasWindowSize(point) {
    return getWindowSize(point) !== 1;
  }
};
function mulAddUnsafe(c, points, scalars, allowOversized = false) {
  validatePointCons(c);
  validateMSMPoints(points, c);
  abool(allowOversized, "allowOversized");
  validateMSMScalars(scalars, c.Fn, allowOversized ? c.Fn.ORDER ** _4n2 : void 0);
  if (points.length !== scalars.length)
    throw new Error("arrays of points and scalars must have equal length");
  const tables = points.map((p) => oddMultiples(p, 4));
  const digits = scalars.map((n) => wnafDigits(n, 4));
  return wnafWalk(c.ZERO, tables, digits);
}
function createField(order, field2, isLE2) {
  if (field2) {
    if (field2.ORDER !== order)
      throw new Error("Field.ORDER must match order: Fp == p, Fn == n");
    validateField(field2);
    return field2;
  } else {
    return Field(order, { isLE: isLE2 });
  }
}
function createCurveFields(type, CURVE, curveOpts = {}, FpFnLE) {
  if (type !== "weierstrass" && type !== "edwards")
    throw new Error('expected curve type "weierstrass" or "edwards"');
  if (FpFnLE === void 0)
    FpFnLE = type === "edwards";
  if (!CURVE || typeof CURVE !== "object")
    throw new Error(`expected valid ${type} CURVE object`);
  validateObject(curveOpts);
  for (const p of ["p", "n", "h"]) {
    const val = CURVE[p];
    if (!(isPosBig(val) && val !== _0n3))
      throw new Error(`CURVE.${p} must be positive bigint`);
  }
  const Fp2 = createField(CURVE.p, curveOpts.Fp, FpFnLE);
  const Fn = createField(CURVE.n, curveOpts.Fn, FpFnLE);
  const _b = type === "weierstrass" ? "b" : "d";
  const params = ["Gx", "Gy", "a", _b];
  for (const p of params) {
    if (!Fp2.isValid(CURVE[p]))
      throw new Error(`CURVE.${p} must be valid field element of CURVE.Fp`);
  }
  CURVE = Object.freeze(Object.assign({}, CURVE));
  return { CURVE, Fp: Fp2, Fn };
}
function createKeygen(randomSecretKey, getPublicKey) {
  return function keygen(seed) {
    const secretKey = randomSecretKey(seed);
    return { secretKey, publicKey: getPublicKey(secretKey) };
  };
}

// .build/assets/node_modules/@noble/curves/abstract/edwards.js
var _0n4 = /* @__PURE__ */ BigInt(0);
var _1n4 = /* @__PURE__ */ BigInt(1);
var _2n2 = /* @__PURE__ */ BigInt(2);
var _4n3 = /* @__PURE__ */ BigInt(4);
var _8n2 = /* @__PURE__ */ BigInt(8);
function isEdValidXY(Fp2, CURVE, x, y) {
  const x2 = Fp2.sqr(x);
  const y2 = Fp2.sqr(y);
  const left = Fp2.add(Fp2.mul(CURVE.a, x2), y2);
  const right = Fp2.add(Fp2.ONE, Fp2.mul(CURVE.d, Fp2.mul(x2, y2)));
  return Fp2.eql(left, right);
}
function edwards(params, extraOpts = {}) {
  validateObject(extraOpts, {}, {}, "extraOpts");
  const opts = extraOpts;
  const validated = createCurveFields("edwards", params, opts, opts.FpFnLE);
  const { Fp: Fp2, Fn } = validated;
  let CURVE = validated.CURVE;
  const { h: cofactor } = CURVE;
  if (FpLegendre(Fp2, CURVE.a) !== 1)
    throw new Error("edwards: CURVE.a must be a square in Fp for complete addition formulas");
  if (FpLegendre(Fp2, CURVE.d) !== -1)
    throw new Error("edwards: CURVE.d must be a non-square in Fp for complete addition formulas");
  validateObject(opts, {}, { uvRatio: "function", randomBytes: "function" });
  const randomBytes4 = opts.randomBytes === void 0 ? randomBytes2 : opts.randomBytes;
  const MASK = _2n2 << BigInt(Fp2.BYTES * 8) - _1n4;
  function isOdd(n) {
    if (!Fp2.isOdd)
      throw new Error("Field does not have .isOdd()");
    return Fp2.isOdd(n);
  }
  const uvRatio2 = opts.uvRatio === void 0 ? (u, v) => {
    try {
      return { isValid: true, value: Fp2.sqrt(Fp2.div(u, v)) };
    } catch (e) {
      return { isValid: false, value: _0n4 };
    }
  } : opts.uvRatio;
  if (!isEdValidXY(Fp2, CURVE, CURVE.Gx, CURVE.Gy))
    throw new Error("bad curve params: generator point");
  const mulA = Fp2.eql(CURVE.a, Fp2.neg(Fp2.ONE)) ? (x) => Fp2.neg(x) : Fp2.eql(CURVE.a, Fp2.ONE) ? (x) => x : (x) => Fp2.mul(CURVE.a, x);
  function acoord(title, n, banZero = false) {
    const min = banZero ? _1n4 : _0n4;
    aInRange("coordinate " + title, n, min, MASK);
    return n;
  }
  function aedpoint(other) {
    if (!(other instanceof Point))
      throw new Error("EdwardsPoint expected");
  }
  class Point {
    static BASE = new Point(CURVE.Gx, CURVE.Gy, Fp2.ONE, Fp2.mul(CURVE.Gx, CURVE.Gy));
    static ZERO = new Point(Fp2.ZERO, Fp2.ONE, Fp2.ONE, Fp2.ZERO);
    static Fp = Fp2;
    static Fn = Fn;
    X;
    Y;
    Z;
    T;
    constructor(X, Y, Z, T) {
      this.X = acoord("x", X);
      this.Y = acoord("y", Y);
      this.Z = acoord("z", Z, true);
      this.T = acoord("t", T);
      Object.freeze(this);
    }
    static CURVE() {
      return CURVE;
    }
    /**
     * Create one extended Edwards point from affine coordinates.
     * Does NOT validate that the point is on-curve or torsion-free.
     * Use `.assertValidity()` on adversarial inputs.
     */
    static fromAffine(p) {
      if (p instanceof Point)
        throw new Error("extended point not allowed");
      const { x, y } = p || {};
      acoord("x", x);
      acoord("y", y);
      return new Point(x, y, Fp2.ONE, Fp2.mul(x, y));
    }
    // Uses algo from RFC8032 5.1.3.
    static fromBytes(bytes2, zip215 = false) {
      const len = Fp2.BYTES;
      const { a, d } = CURVE;
      bytes2 = copyBytes(abytes2(bytes2, len, "point"));
      abool(zip215, "zip215");
      const normed = copyBytes(bytes2);
      const lastByte = bytes2[len - 1];
      normed[len - 1] = lastByte & ~128;
      const y = bytesToNumberLE(normed);
      const max = zip215 ? MASK : Fp2.ORDER;
      aInRange("point.y", y, _0n4, max);
      const y2 = Fp2.sqr(y);
      const u = Fp2.sub(y2, Fp2.ONE);
      const v = Fp2.sub(Fp2.mulN(d, y2), a);
      let { isValid, value: x } = uvRatio2(u, v);
      if (!isValid)
        throw new Error("bad point: invalid y coordinate");
      const isXOdd = isOdd(x);
      const isLastByteOdd = (lastByte & 128) !== 0;
      if (!zip215 && Fp2.is0(x) && isLastByteOdd)
        throw new Error("bad point: x=0 and x_0=1");
      if (isLastByteOdd !== isXOdd)
        x = Fp2.neg(x);
      return Point.fromAffine({ x, y });
    }
    static fromHex(hex2, zip215 = false) {
      return Point.fromBytes(hexToBytes2(hex2), zip215);
    }
    get x() {
      return this.toAffine().x;
    }
    get y() {
      return this.toAffine().y;
    }
    precompute(windowSize = 6, isLazy = true) {
      wnaf.setWindowSize(this, windowSize);
      if (!isLazy)
        this.multiply(_2n2);
      return this;
    }
    // Useful in fromAffine() - not for fromBytes(), which always created valid points.
    assertValidity() {
      const p = this;
      const { a, d } = CURVE;
      if (p.is0())
        throw new Error("bad point: ZERO");
      const { X, Y, Z, T } = p;
      const X2 = Fp2.sqr(X);
      const Y2 = Fp2.sqr(Y);
      const Z2 = Fp2.sqr(Z);
      const Z4 = Fp2.sqr(Z2);
      const aX2 = Fp2.mul(X2, a);
      const left = Fp2.mul(Fp2.add(aX2, Y2), Z2);
      const right = Fp2.add(Z4, Fp2.mul(d, Fp2.mul(X2, Y2)));
      if (!Fp2.eql(left, right))
        throw new Error("bad point: equation left != right (1)");
      const XY = Fp2.mul(X, Y);
      const ZT = Fp2.mul(Z, T);
      if (!Fp2.eql(XY, ZT))
        throw new Error("bad point: equation left != right (2)");
    }
    // Compare one point to another.
    equals(other) {
      aedpoint(other);
      const { X: X1, Y: Y1, Z: Z1 } = this;
      const { X: X2, Y: Y2, Z: Z2 } = other;
      const X1Z2 = Fp2.mul(X1, Z2);
      const X2Z1 = Fp2.mul(X2, Z1);
      const Y1Z2 = Fp2.mul(Y1, Z2);
      const Y2Z1 = Fp2.mul(Y2, Z1);
      return Fp2.eql(X1Z2, X2Z1) && Fp2.eql(Y1Z2, Y2Z1);
    }
    is0() {
      return this.equals(Point.ZERO);
    }
    negate() {
      return new Point(Fp2.neg(this.X), this.Y, this.Z, Fp2.neg(this.T));
    }
    // Fast algo for doubling Extended Point.
    // https://hyperelliptic.org/EFD/g1p/auto-twisted-extended.html#doubling-dbl-2008-hwcd
    // Cost: 4M + 4S + 1*a + 6add + 1*2.
    double() {
      const { X: X1, Y: Y1, Z: Z1 } = this;
      const A = Fp2.sqr(X1);
      const B = Fp2.sqr(Y1);
      const C = Fp2.mul(Fp2.sqr(Z1), _2n2);
      const D = mulA(A);
      const x1y1 = Fp2.addN(X1, Y1);
      const E = Fp2.sub(Fp2.subN(Fp2.sqr(x1y1), A), B);
      const G = Fp2.addN(D, B);
      const F = Fp2.subN(G, C);
      const H = Fp2.subN(D, B);
      const X3 = Fp2.mul(E, F);
      const Y3 = Fp2.mul(G, H);
      const T3 = Fp2.mul(E, H);
      const Z3 = Fp2.mul(F, G);
      return new Point(X3, Y3, Z3, T3);
    }
    // Fast algo for adding 2 Extended Points.
    // https://hyperelliptic.org/EFD/g1p/auto-twisted-extended.html#addition-add-2008-hwcd
    // Cost: 9M + 1*a + 1*d + 7add.
    add(other) {
      aedpoint(other);
      const { d } = CURVE;
      const { X: X1, Y: Y1, Z: Z1, T: T1 } = this;
      const { X: X2, Y: Y2, Z: Z2, T: T2 } = other;
      const A = Fp2.mul(X1, X2);
      const B = Fp2.mul(Y1, Y2);
      const C = Fp2.mul(Fp2.mulN(T1, d), T2);
      const D = Fp2.mul(Z1, Z2);
      const E = Fp2.sub(Fp2.subN(Fp2.mulN(Fp2.addN(X1, Y1), Fp2.addN(X2, Y2)), A), B);
      const F = Fp2.subN(D, C);
      const G = Fp2.addN(D, C);
      const H = Fp2.sub(B, mulA(A));
      const X3 = Fp2.mul(E, F);
      const Y3 = Fp2.mul(G, H);
      const T3 = Fp2.mul(E, H);
      const Z3 = Fp2.mul(F, G);
      return new Point(X3, Y3, Z3, T3);
    }
    subtract(other) {
      aedpoint(other);
      return this.add(other.negate());
    }
    // Constant-time multiplication.
    multiply(scalar) {
      if (!Fn.isValidNot0(scalar))
        throw new RangeError("invalid scalar: expected 1 <= sc < curve.n");
      const { p, f } = wnaf.mulSecret(this, scalar, cofactor, normalize);
      return normalize([p, f])[0];
    }
    // Non-constant-time multiplication. Uses double-and-add algorithm.
    // It's faster, but should only be used when you don't care about
    // an exposed private key e.g. sig verification.
    // Keeps the same subgroup-scalar contract: 0 is allowed for public-scalar callers, but
    // n and larger values are rejected instead of being reduced mod n to the identity point.
    multiplyUnsafe(scalar) {
      if (!Fn.isValid(scalar))
        throw new RangeError("invalid scalar: expected 0 <= sc < curve.n");
      if (scalar === _0n4)
        return Point.ZERO;
      if (this.is0() || scalar === _1n4)
        return this;
      return wnaf.mulUnsafe(this, scalar, normalize);
    }
    // Checks if point is of small order.
    // If you add something to small order point, you will have "dirty"
    // point with torsion component.
    // Clears cofactor and checks if the result is 0.
    isSmallOrder() {
      return this.clearCofactor().is0();
    }
    // Multiplies point by curve order and checks if the result is 0.
    // Returns `false` is the point is dirty.
    isTorsionFree() {
      return wnaf.mulUnsafe(this, CURVE.n).is0();
    }
    // Converts Extended point to default (x, y) coordinates.
    // Can accept precomputed Z^-1 - for example, from invertBatch.
    toAffine(invertedZ) {
      const p = this;
      let iz = invertedZ;
      if (iz != null && typeof iz !== "bigint")
        throw new TypeError('"invertedZ" expected bigint, got type=' + typeof iz);
      const { X, Y, Z } = p;
      const is0 = p.is0();
      if (iz == null)
        iz = is0 ? Fp2.create(_8n2) : Fp2.inv(Z);
      const x = Fp2.mul(X, iz);
      const y = Fp2.mul(Y, iz);
      const zz = Fp2.mul(Z, iz);
      if (is0)
        return { x: Fp2.ZERO, y: Fp2.ONE };
      if (!Fp2.eql(zz, Fp2.ONE))
        throw new Error("invZ was invalid");
      return { x, y };
    }
    clearCofactor() {
      if (cofactor === _1n4)
        return this;
      if (cofactor === _2n2)
        return this.double();
      if (cofactor === _4n3)
        return this.double().double();
      if (cofactor === _8n2)
        return this.double().double().double();
      return this.multiplyUnsafe(cofactor);
    }
    toBytes() {
      const { x, y } = this.toAffine();
      const bytes2 = Fp2.toBytes(y);
      bytes2[bytes2.length - 1] |= isOdd(x) ? 128 : 0;
      return bytes2;
    }
    toHex() {
      return bytesToHex2(this.toBytes());
    }
    toString() {
      return `<Point ${this.is0() ? "ZERO" : this.toHex()}>`;
    }
  }
  const normalize = (points) => normalizeZ(Point, points);
  const wnaf = new ScalarMultiplier(Point, randomBytes4);
  if (wnaf.bits >= 6)
    Point.BASE.precompute(6);
  Object.freeze(Point.prototype);
  Object.freeze(Point);
  return Point;
}
function eddsa(Point, cHash, eddsaOpts = {}) {
  validatePointCons(Point);
  if (typeof cHash !== "function")
    throw new Error('"hash" function param is required');
  const hash = cHash;
  const opts = eddsaOpts;
  validateObject(opts, {}, {
    adjustScalarBytes: "function",
    randomBytes: "function",
    domain: "function",
    prehash: "function",
    zip215: "boolean",
    mapToCurve: "function",
    toMontgomery: "function",
    toMontgomerySecret: "function"
  });
  const { prehash } = opts;
  const { BASE, Fp: Fp2, Fn } = Point;
  const outputLen = hash.outputLen;
  const expectedLen = 2 * Fp2.BYTES;
  if (outputLen !== void 0) {
    asafenumber(outputLen, "hash.outputLen");
    if (outputLen !== expectedLen)
      throw new Error(`hash.outputLen must be ${expectedLen}, got ${outputLen}`);
  }
  const randomBytes4 = opts.randomBytes === void 0 ? randomBytes2 : opts.randomBytes;
  const toMontgomery2 = opts.toMontgomery;
  const toMontgomerySecret2 = opts.toMontgomerySecret;
  const adjustScalarBytes2 = opts.adjustScalarBytes === void 0 ? (bytes2) => bytes2 : opts.adjustScalarBytes;
  const domain = opts.domain === void 0 ? (data, ctx, phflag) => {
    abool(phflag, "phflag");
    if (ctx.length || phflag)
      throw new Error("Contexts/pre-hash are not supported");
    return data;
  } : opts.domain;
  function modN_LE(hash2) {
    return Fn.create(bytesToNumberLE(hash2));
  }
  function getPrivateScalar(key) {
    const len = lengths.secretKey;
    abytes2(key, lengths.secretKey, "secretKey");
    const hashed = abytes2(hash(key), 2 * len, "hashedSecretKey");
    const head = adjustScalarBytes2(hashed.slice(0, len));
    const prefix = hashed.slice(len, 2 * len);
    const scalar = modN_LE(head);
    return { head, prefix, scalar };
  }
  function getExtendedPublicKey(secretKey) {
    const { head, prefix, scalar } = getPrivateScalar(secretKey);
    const point = BASE.multiply(scalar);
    const pointBytes = point.toBytes();
    return { head, prefix, scalar, point, pointBytes };
  }
  function getPublicKey(secretKey) {
    return getExtendedPublicKey(secretKey).pointBytes;
  }
  function hashDomainToScalar(context = Uint8Array.of(), ...msgs) {
    const msg = concatBytes2(...msgs);
    return modN_LE(hash(domain(msg, abytes2(context, void 0, "context"), !!prehash)));
  }
  function sign(msg, secretKey, options = {}) {
    validateObject(options, {}, {}, "options");
    msg = copyBytes(abytes2(msg, void 0, "message"));
    if (prehash)
      msg = prehash(msg);
    const { prefix, scalar, pointBytes } = getExtendedPublicKey(secretKey);
    const r = hashDomainToScalar(options.context, prefix, msg);
    const R = BASE.multiply(r).toBytes();
    const k = hashDomainToScalar(options.context, R, pointBytes, msg);
    const s = Fn.create(r + k * scalar);
    if (!Fn.isValid(s))
      throw new Error("sign failed: invalid s");
    const rs = concatBytes2(R, Fn.toBytes(s));
    return abytes2(rs, lengths.signature, "result");
  }
  const verifyOpts = {
    zip215: opts.zip215
  };
  function verify(sig, msg, publicKey, options = verifyOpts) {
    validateObject(options);
    const { context } = options;
    const zip215 = options.zip215 === void 0 ? !!verifyOpts.zip215 : options.zip215;
    const len = lengths.signature;
    sig = abytes2(sig, len, "signature");
    msg = abytes2(msg, void 0, "message");
    publicKey = abytes2(publicKey, lengths.publicKey, "publicKey");
    if (zip215 !== void 0)
      abool(zip215, "zip215");
    if (prehash)
      msg = prehash(msg);
    const mid = len / 2;
    const r = sig.subarray(0, mid);
    const s = bytesToNumberLE(sig.subarray(mid, len));
    let A, R, SB;
    try {
      A = Point.fromBytes(publicKey, zip215);
      R = Point.fromBytes(r, zip215);
      SB = BASE.multiplyUnsafe(s);
    } catch (error) {
      return false;
    }
    if (!zip215 && A.isSmallOrder())
      return false;
    const k = hashDomainToScalar(context, r, publicKey, msg);
    const RkA = R.add(A.multiplyUnsafe(k));
    return RkA.subtract(SB).clearCofactor().is0();
  }
  const _size = Fp2.BYTES;
  const lengths = {
    secretKey: _size,
    publicKey: _size,
    signature: 2 * _size,
    seed: _size
  };
  function randomSecretKey(seed) {
    seed = seed === void 0 ? randomBytes4(lengths.seed) : seed;
    return abytes2(seed, lengths.seed, "seed");
  }
  function isValidSecretKey(key) {
    return isBytes2(key) && key.length === lengths.secretKey;
  }
  function isValidPublicKey(key, zip215) {
    try {
      return !!Point.fromBytes(key, zip215 === void 0 ? verifyOpts.zip215 : zip215);
    } catch (error) {
      return false;
    }
  }
  const utils = {
    getExtendedPublicKey,
    randomSecretKey,
    isValidSecretKey,
    isValidPublicKey,
    /** Converts an Edwards public key to a companion Montgomery public key. */
    toMontgomery(publicKey) {
      if (toMontgomery2 === void 0)
        throw new Error("Montgomery conversion is not supported for this curve");
      return toMontgomery2(Point.fromBytes(publicKey));
    },
    toMontgomerySecret(secretKey) {
      if (toMontgomerySecret2 === void 0)
        throw new Error("Montgomery conversion is not supported for this curve");
      return toMontgomerySecret2(secretKey);
    }
  };
  Object.freeze(lengths);
  Object.freeze(utils);
  return Object.freeze({
    keygen: createKeygen(randomSecretKey, getPublicKey),
    getPublicKey,
    sign,
    verify,
    utils,
    Point,
    lengths
  });
}

// .build/assets/node_modules/@noble/curves/abstract/montgomery.js
var _0n5 = /* @__PURE__ */ BigInt(0);
var _1n5 = /* @__PURE__ */ BigInt(1);
var _2n3 = /* @__PURE__ */ BigInt(2);
function cmask(P, swap) {
  return P + swap - (swap >> _1n5 << _1n5);
}
function cswap(P) {
  const offset = BigInt(6) * P;
  return (mask, x_2, x_3) => {
    const sum = x_2 + x_3;
    const d = offset + x_3 - x_2;
    const a = (d * mask + x_2) % P;
    return { x_2: a, x_3: sum - a };
  };
}
function validateOpts(curve) {
  validateObject(curve, {
    P: "bigint",
    type: "string",
    adjustScalarBytes: "function",
    powPminus2: "function"
  }, {
    randomBytes: "function",
    scalarMultBase: "function"
  });
  return Object.freeze({ ...curve });
}
function montgomery(curveDef) {
  const CURVE = validateOpts(curveDef);
  const { P, type, adjustScalarBytes: adjustScalarBytes2, powPminus2, randomBytes: rand } = CURVE;
  const mulBaseHook = CURVE.scalarMultBase;
  const is25519 = type === "x25519";
  if (!is25519 && type !== "x448")
    throw new Error("invalid type");
  const randomBytes_ = rand === void 0 ? randomBytes2 : rand;
  const montgomeryBits = is25519 ? 255 : 448;
  const swap = cswap(P);
  const fieldLen = is25519 ? 32 : 56;
  const Gu = is25519 ? BigInt(9) : BigInt(5);
  const a24 = is25519 ? BigInt(121665) : BigInt(39081);
  const minScalar = is25519 ? _2n3 ** BigInt(254) : _2n3 ** BigInt(447);
  const maxAdded = is25519 ? BigInt(8) * (_2n3 ** BigInt(251) - _1n5) : BigInt(4) * (_2n3 ** BigInt(445) - _1n5);
  const maxScalar = minScalar + maxAdded + _1n5;
  const modP = (n) => mod(n, P);
  const GuBytes = encodeU(Gu);
  function encodeU(u) {
    return numberToBytesLE(modP(u), fieldLen);
  }
  function decodeU(u) {
    const _u = copyBytes(abytes2(u, fieldLen, "uCoordinate"));
    if (is25519)
      _u[31] &= 127;
    return modP(bytesToNumberLE(_u));
  }
  function decodeScalar(scalar) {
    return bytesToNumberLE(adjustScalarBytes2(copyBytes(abytes2(scalar, fieldLen, "scalar"))));
  }
  const lowOrderU = new Set(is25519 ? [
    _0n5,
    _1n5,
    P - _1n5,
    BigInt("325606250916557431795983626356110631294008115727848805560023387167927233504"),
    BigInt("39382357235489614581723060781553021112529911719440698176882885853963445705823")
  ] : [_0n5, _1n5, P - _1n5]);
  function scalarMult(scalar, u) {
    const pointU = decodeU(u);
    if (lowOrderU.has(pointU))
      throw new Error("invalid private or public key received");
    const pu = montgomeryLadder(pointU, decodeScalar(scalar));
    if (pu === _0n5)
      throw new Error("invalid private or public key received");
    return encodeU(pu);
  }
  function scalarMultBase(scalar) {
    if (mulBaseHook === void 0)
      return scalarMult(scalar, GuBytes);
    const k = decodeScalar(scalar);
    aInRange("scalar", k, minScalar, maxScalar);
    const pu = modP(mulBaseHook(k));
    if (pu === _0n5)
      throw new Error("invalid private or public key received");
    return encodeU(pu);
  }
  const getPublicKey = scalarMultBase;
  const getSharedSecret = scalarMult;
  function montgomeryLadder(u, scalar) {
    aInRange("u", u, _0n5, P);
    aInRange("scalar", scalar, minScalar, maxScalar);
    const k = scalar;
    const x_1 = u;
    let x_2 = _1n5;
    let z_2 = _0n5;
    let x_3 = u;
    let z_3 = _1n5;
    const kx = k ^ k >> _1n5;
    for (let t = BigInt(montgomeryBits - 1); t >= _0n5; t--) {
      const mask2 = cmask(P, kx >> t);
      ({ x_2, x_3 } = swap(mask2, x_2, x_3));
      ({ x_2: z_2, x_3: z_3 } = swap(mask2, z_2, z_3));
      const A = x_2 + z_2;
      const AA = modP(A * A);
      const B = x_2 - z_2;
      const BB = modP(B * B);
      const E = AA - BB;
      const C = x_3 + z_3;
      const D = x_3 - z_3;
      const DA = modP(D * A);
      const CB = modP(C * B);
      const dacb = DA + CB;
      const da_cb = DA - CB;
      x_3 = modP(dacb * dacb);
      z_3 = modP(x_1 * modP(da_cb * da_cb));
      x_2 = modP(AA * BB);
      z_2 = modP(E * (AA + modP(a24 * E)));
    }
    const mask = cmask(P, k);
    ({ x_2, x_3 } = swap(mask, x_2, x_3));
    ({ x_2: z_2, x_3: z_3 } = swap(mask, z_2, z_3));
    const z2 = powPminus2(z_2);
    return modP(x_2 * z2);
  }
  const lengths = {
    secretKey: fieldLen,
    publicKey: fieldLen,
    seed: fieldLen
  };
  const randomSecretKey = (seed) => {
    seed = seed === void 0 ? randomBytes_(fieldLen) : seed;
    abytes2(seed, lengths.seed, "seed");
    return seed;
  };
  const utils = { randomSecretKey };
  Object.freeze(lengths);
  Object.freeze(utils);
  return Object.freeze({
    keygen: createKeygen(randomSecretKey, getPublicKey),
    getSharedSecret,
    getPublicKey,
    scalarMult,
    scalarMultBase,
    utils,
    GuBytes: GuBytes.slice(),
    lengths
  });
}

// .build/assets/node_modules/@noble/curves/ed25519.js
var _0n6 = /* @__PURE__ */ BigInt(0);
var _1n6 = /* @__PURE__ */ BigInt(1);
var _2n4 = /* @__PURE__ */ BigInt(2);
var _3n2 = /* @__PURE__ */ BigInt(3);
var _5n2 = /* @__PURE__ */ BigInt(5);
var _8n3 = /* @__PURE__ */ BigInt(8);
var ed25519_CURVE_p = /* @__PURE__ */ BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");
var ed25519_CURVE = /* @__PURE__ */ (() => ({
  p: ed25519_CURVE_p,
  n: BigInt("0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed"),
  h: _8n3,
  a: BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"),
  d: BigInt("0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3"),
  Gx: BigInt("0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a"),
  Gy: BigInt("0x6666666666666666666666666666666666666666666666666666666666666658")
}))();
function ed25519_pow_2_252_3(x) {
  const _10n = BigInt(10), _20n = BigInt(20), _40n = BigInt(40), _80n = BigInt(80);
  const P = ed25519_CURVE_p;
  const x2 = x * x % P;
  const b2 = x2 * x % P;
  const b4 = pow2(b2, _2n4, P) * b2 % P;
  const b5 = pow2(b4, _1n6, P) * x % P;
  const b10 = pow2(b5, _5n2, P) * b5 % P;
  const b20 = pow2(b10, _10n, P) * b10 % P;
  const b40 = pow2(b20, _20n, P) * b20 % P;
  const b80 = pow2(b40, _40n, P) * b40 % P;
  const b160 = pow2(b80, _80n, P) * b80 % P;
  const b240 = pow2(b160, _80n, P) * b80 % P;
  const b250 = pow2(b240, _10n, P) * b10 % P;
  const pow_p_5_8 = pow2(b250, _2n4, P) * x % P;
  return { pow_p_5_8, b2 };
}
function adjustScalarBytes(bytes2) {
  bytes2[0] &= 248;
  bytes2[31] &= 127;
  bytes2[31] |= 64;
  return bytes2;
}
var ED25519_SQRT_M1 = /* @__PURE__ */ BigInt("19681161376707505956807079304988542015446066515923890162744021073123829784752");
function uvRatio(u, v) {
  const P = ed25519_CURVE_p;
  const v3 = mod(v * v * v, P);
  const v7 = mod(v3 * v3 * v, P);
  const pow3 = ed25519_pow_2_252_3(u * v7).pow_p_5_8;
  let x = mod(u * v3 * pow3, P);
  const vx2 = mod(v * x * x, P);
  const root1 = x;
  const root2 = mod(x * ED25519_SQRT_M1, P);
  const useRoot1 = vx2 === u;
  const useRoot2 = vx2 === mod(-u, P);
  const noRoot = vx2 === mod(-u * ED25519_SQRT_M1, P);
  if (useRoot1)
    x = root1;
  if (useRoot2 || noRoot)
    x = root2;
  if (isNegativeLE(x, P))
    x = mod(-x, P);
  return { isValid: useRoot1 || useRoot2, value: x };
}
var ed25519_Point = /* @__PURE__ */ edwards(ed25519_CURVE, { uvRatio });
var Fp = /* @__PURE__ */ (() => ed25519_Point.Fp)();
function toMontgomery(point) {
  const { y } = point;
  return Fp.toBytes(Fp.div(_1n6 + y, _1n6 - y));
}
function toMontgomerySecret(secretKey) {
  const size = ed25519_Point.Fp.BYTES;
  abytes(secretKey, size);
  return adjustScalarBytes(sha512(secretKey.subarray(0, size))).subarray(0, size);
}
function ed(opts) {
  return eddsa(ed25519_Point, sha512, Object.assign({ adjustScalarBytes, toMontgomery, toMontgomerySecret, zip215: true }, opts));
}
var ed25519 = /* @__PURE__ */ ed({});
var x25519 = /* @__PURE__ */ (() => {
  const P = ed25519_CURVE_p;
  const powPminus2 = (x) => {
    const { pow_p_5_8, b2 } = ed25519_pow_2_252_3(x);
    return mod(pow2(pow_p_5_8, _3n2, P) * b2, P);
  };
  return montgomery({
    P,
    type: "x25519",
    powPminus2,
    adjustScalarBytes,
    // ~3x faster fixed-base: [k]B on the birationally-equivalent Edwards curve using cached
    // base tables, mapped back via u = (1+y)/(1-y) = (Z+Y)/(Z-Y) with one Fermat inversion.
    // Same construction as libsodium's crypto_scalarmult_curve25519_base.
    scalarMultBase: (k) => {
      const kn = mod(k, ed25519_Point.Fn.ORDER);
      if (kn === _0n6)
        return _0n6;
      const p = ed25519_Point.BASE.multiply(kn);
      return mod((p.Z + p.Y) * powPminus2(mod(p.Z - p.Y, P)), P);
    }
  });
})();

// .build/assets/node_modules/@noble/ciphers/utils.js
function isBytes3(a) {
  return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
var atitle3 = (title) => title ? `"${title}" ` : "";
function abool2(value, title = "") {
  if (typeof value !== "boolean")
    throw new TypeError(atitle3(title) + "expected boolean, got type=" + typeof value);
  return value;
}
function anumber3(n, title = "") {
  if (typeof n !== "number")
    throw new TypeError(atitle3(title) + "expected number, got " + typeof n);
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(atitle3(title) + "expected integer >= 0, got " + n);
  return n;
}
function abytes3(value, length, title = "") {
  if (isBytes3(value) && (length === void 0 || value.length === length))
    return value;
  if (length !== void 0)
    anumber3(length, "length");
  const bytes2 = isBytes3(value);
  const ofLen = length !== void 0 ? ` of length ${length}` : "";
  const got = bytes2 ? `length=${value.length}` : `type=${typeof value}`;
  const message2 = atitle3(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes2)
    throw new TypeError(message2);
  throw new RangeError(message2);
}
var aobject3 = (value, label) => {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new TypeError(label === "object" ? "expected valid options object" : `"${label}" expected object, got type=${typeof value}`);
};
function aexists2(instance, checkFinished = true) {
  if (instance.destroyed)
    throw new Error("hash was destroyed");
  if (checkFinished && instance.finished)
    throw new Error("digest() was already called");
}
function aoutput2(out, instance) {
  abytes3(out, void 0, "output");
  const min = instance.outputLen;
  if (!(out.length >= min)) {
    throw new RangeError('"output" expected length >= ' + min);
  }
}
function u32(arr) {
  return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
function clean2(...arrays) {
  for (let i = 0; i < arrays.length; i++) {
    arrays[i].fill(0);
  }
}
function createView2(arr) {
  return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
var isLE = /* @__PURE__ */ (() => new Uint8Array(new Uint32Array([287454020]).buffer)[0] === 68)();
function byteSwap(word) {
  return word << 24 & 4278190080 | word << 8 & 16711680 | word >>> 8 & 65280 | word >>> 24 & 255;
}
function byteSwap32(arr) {
  for (let i = 0; i < arr.length; i++) {
    arr[i] = byteSwap(arr[i]);
  }
  return arr;
}
var swap32IfBE = isLE ? (u) => u : byteSwap32;
function overlapBytes(a, b) {
  if (!a.byteLength || !b.byteLength)
    return false;
  return a.buffer === b.buffer && // best we can do, may fail with an obscure Proxy
  a.byteOffset < b.byteOffset + b.byteLength && // a starts before b end
  b.byteOffset < a.byteOffset + a.byteLength;
}
function complexOverlapBytes(input, output) {
  if (overlapBytes(input, output) && input.byteOffset < output.byteOffset)
    throw new Error("complex overlap of input and output is not supported");
}
function checkOpts2(defaults, opts) {
  aobject3(defaults, "defaults");
  aobject3(opts, "opts");
  const merged = Object.assign(defaults, opts);
  return merged;
}
function equalBytes(a, b) {
  a = abytes3(a);
  b = abytes3(b);
  if (a.length !== b.length)
    return false;
  let diff = 0;
  for (let i = 0; i < a.length; i++)
    diff |= a[i] ^ b[i];
  return diff === 0;
}
function wrapMacConstructor(keyLen, macCons, fromMsg) {
  const mac = macCons;
  const getArgs = fromMsg || (() => []);
  const macC = (msg, key) => mac(key, ...getArgs(msg)).update(msg).digest();
  const tmp = mac(new Uint8Array(keyLen), ...getArgs(new Uint8Array(0)));
  macC.outputLen = tmp.outputLen;
  macC.blockLen = tmp.blockLen;
  macC.create = (key, ...args) => mac(key, ...args);
  return macC;
}
var wrapCipher = /* @__NO_SIDE_EFFECTS__ */ (params, constructor) => {
  function wrappedCipher(key, ...args) {
    abytes3(key, void 0, "key");
    if (params.nonceLength !== void 0) {
      const nonce = args[0];
      abytes3(nonce, params.varSizeNonce ? void 0 : params.nonceLength, "nonce");
    }
    const tagl = params.tagLength;
    const aadStart = params.nonceLength !== void 0 ? 1 : 0;
    if (!params.withAAD) {
      for (let i = aadStart; i < args.length; i++)
        if (isBytes3(args[i]))
          throw new Error("AAD not supported");
    }
    if (params.withAAD && args[aadStart] !== void 0)
      abytes3(args[aadStart], void 0, "AAD");
    const cipher = constructor(key, ...args);
    const checkOutput = (fnLength, output) => {
      if (output !== void 0) {
        if (fnLength !== 2)
          throw new Error("cipher output not supported");
        abytes3(output, void 0, "output");
      }
    };
    let called = false;
    const wrCipher = {
      encrypt(data, output) {
        if (called)
          throw new Error("cannot encrypt() twice with same key + nonce");
        called = true;
        abytes3(data, void 0, "data");
        checkOutput(cipher.encrypt.length, output);
        return cipher.encrypt(data, output);
      },
      decrypt(data, output) {
        abytes3(data, void 0, "data");
        if (tagl && data.length < tagl)
          throw new Error('"ciphertext" expected length >= tagLength=' + tagl);
        checkOutput(cipher.decrypt.length, output);
        return cipher.decrypt(data, output);
      }
    };
    return wrCipher;
  }
  Object.assign(wrappedCipher, params);
  return wrappedCipher;
};
function getOutput(expectedLength, out, onlyAligned = true) {
  if (out === void 0)
    return new Uint8Array(expectedLength);
  abytes3(out, expectedLength, "output");
  if (onlyAligned && !isAligned32(out))
    throw new Error("invalid output, must be aligned");
  return out;
}
function u64Lengths(dataLength, aadLength, isLE2) {
  anumber3(dataLength);
  anumber3(aadLength);
  abool2(isLE2);
  const num = new Uint8Array(16);
  const view = createView2(num);
  view.setBigUint64(0, BigInt(aadLength), isLE2);
  view.setBigUint64(8, BigInt(dataLength), isLE2);
  return num;
}
function isAligned32(bytes2) {
  return bytes2.byteOffset % 4 === 0;
}
function copyBytes2(bytes2) {
  return Uint8Array.from(abytes3(bytes2));
}

// .build/assets/node_modules/@noble/ciphers/_arx.js
var encodeStr = (str) => Uint8Array.from(str.split(""), (c) => c.charCodeAt(0));
var sigma16_32 = /* @__PURE__ */ (() => swap32IfBE(u32(encodeStr("expand 16-byte k"))))();
var sigma32_32 = /* @__PURE__ */ (() => swap32IfBE(u32(encodeStr("expand 32-byte k"))))();
function rotl2(a, b) {
  return a << b | a >>> 32 - b;
}
var BLOCK_LEN = 64;
var BLOCK_LEN32 = 16;
var MAX_COUNTER = /* @__PURE__ */ (() => 2 ** 32 - 1)();
var U32_EMPTY = /* @__PURE__ */ Uint32Array.of();
function runCipher(core, sigma, key, nonce, data, output, counter, rounds) {
  const len = data.length;
  const block = new Uint8Array(BLOCK_LEN);
  const b32 = u32(block);
  const isAligned = isLE && isAligned32(data) && isAligned32(output);
  const d32 = isAligned ? u32(data) : U32_EMPTY;
  const o32 = isAligned ? u32(output) : U32_EMPTY;
  if (!isLE) {
    for (let pos = 0; pos < len; counter++) {
      core(sigma, key, nonce, b32, counter, rounds);
      swap32IfBE(b32);
      if (counter >= MAX_COUNTER)
        throw new Error("arx: counter overflow");
      const take2 = Math.min(BLOCK_LEN, len - pos);
      for (let j = 0, posj; j < take2; j++) {
        posj = pos + j;
        output[posj] = data[posj] ^ block[j];
      }
      pos += take2;
    }
    return;
  }
  for (let pos = 0; pos < len; counter++) {
    core(sigma, key, nonce, b32, counter, rounds);
    if (counter >= MAX_COUNTER)
      throw new Error("arx: counter overflow");
    const take2 = Math.min(BLOCK_LEN, len - pos);
    if (isAligned && take2 === BLOCK_LEN) {
      const pos32 = pos / 4;
      if (pos % 4 !== 0)
        throw new Error("arx: invalid block position");
      for (let j = 0, posj; j < BLOCK_LEN32; j++) {
        posj = pos32 + j;
        o32[posj] = d32[posj] ^ b32[j];
      }
      pos += BLOCK_LEN;
      continue;
    }
    for (let j = 0, posj; j < take2; j++) {
      posj = pos + j;
      output[posj] = data[posj] ^ block[j];
    }
    pos += take2;
  }
}
function createCipher(core, opts) {
  const { allowShortKeys, extendNonceFn, counterLength, counterRight, rounds } = checkOpts2({ allowShortKeys: false, counterLength: 8, counterRight: false, rounds: 20 }, opts);
  if (typeof core !== "function")
    throw new Error("core must be a function");
  anumber3(counterLength);
  anumber3(rounds);
  abool2(counterRight);
  abool2(allowShortKeys);
  return (key, nonce, data, output, counter = 0) => {
    abytes3(key, void 0, "key");
    abytes3(nonce, void 0, "nonce");
    abytes3(data, void 0, "data");
    const len = data.length;
    const hasOutput = output !== void 0;
    output = getOutput(len, output, false);
    if (hasOutput)
      complexOverlapBytes(data, output);
    anumber3(counter);
    if (counter < 0 || counter >= MAX_COUNTER)
      throw new Error("arx: counter overflow");
    const toClean = [];
    let l = key.length;
    let k;
    let sigma;
    if (l === 32) {
      toClean.push(k = copyBytes2(key));
      sigma = sigma32_32;
    } else if (l === 16 && allowShortKeys) {
      k = new Uint8Array(32);
      k.set(key);
      k.set(key, 16);
      sigma = sigma16_32;
      toClean.push(k);
    } else {
      abytes3(key, 32, "arx key");
      throw new Error("invalid key size");
    }
    if (!isLE || !isAligned32(nonce))
      toClean.push(nonce = copyBytes2(nonce));
    let k32 = u32(k);
    if (extendNonceFn) {
      if (nonce.length !== 24)
        throw new Error("arx: extended nonce must be 24 bytes");
      const n16 = nonce.subarray(0, 16);
      if (isLE)
        extendNonceFn(sigma, k32, u32(n16), k32);
      else {
        const sigmaRaw = swap32IfBE(Uint32Array.from(sigma));
        extendNonceFn(sigmaRaw, k32, u32(n16), k32);
        clean2(sigmaRaw);
        swap32IfBE(k32);
      }
      nonce = nonce.subarray(16);
    } else if (!isLE)
      swap32IfBE(k32);
    const nonceNcLen = 16 - counterLength;
    if (nonceNcLen !== nonce.length)
      throw new Error(`arx: nonce must be ${nonceNcLen} or 16 bytes`);
    if (nonceNcLen !== 12) {
      const nc = new Uint8Array(12);
      nc.set(nonce, counterRight ? 0 : 12 - nonce.length);
      nonce = nc;
      toClean.push(nonce);
    }
    const n32 = swap32IfBE(u32(nonce));
    try {
      runCipher(core, sigma, k32, n32, data, output, counter, rounds);
      return output;
    } finally {
      clean2(...toClean);
    }
  };
}

// .build/assets/node_modules/@noble/ciphers/_poly1305.js
function u8to16(a, i) {
  return a[i++] & 255 | (a[i++] & 255) << 8;
}
var Poly1305 = class {
  blockLen = 16;
  outputLen = 16;
  buffer = new Uint8Array(16);
  r = new Uint16Array(10);
  // Allocating 1 array with .subarray() here is slower than 3
  h = new Uint16Array(10);
  pad = new Uint16Array(8);
  pos = 0;
  finished = false;
  destroyed = false;
  // Can be speed-up using BigUint64Array, at the cost of complexity
  constructor(key) {
    key = copyBytes2(abytes3(key, 32, "key"));
    const t0 = u8to16(key, 0);
    const t1 = u8to16(key, 2);
    const t2 = u8to16(key, 4);
    const t3 = u8to16(key, 6);
    const t4 = u8to16(key, 8);
    const t5 = u8to16(key, 10);
    const t6 = u8to16(key, 12);
    const t7 = u8to16(key, 14);
    this.r[0] = t0 & 8191;
    this.r[1] = (t0 >>> 13 | t1 << 3) & 8191;
    this.r[2] = (t1 >>> 10 | t2 << 6) & 7939;
    this.r[3] = (t2 >>> 7 | t3 << 9) & 8191;
    this.r[4] = (t3 >>> 4 | t4 << 12) & 255;
    this.r[5] = t4 >>> 1 & 8190;
    this.r[6] = (t4 >>> 14 | t5 << 2) & 8191;
    this.r[7] = (t5 >>> 11 | t6 << 5) & 8065;
    this.r[8] = (t6 >>> 8 | t7 << 8) & 8191;
    this.r[9] = t7 >>> 5 & 127;
    for (let i = 0; i < 8; i++)
      this.pad[i] = u8to16(key, 16 + 2 * i);
  }
  process(data, offset, isLast = false) {
    const hibit = isLast ? 0 : 1 << 11;
    const { h, r } = this;
    const r0 = r[0];
    const r1 = r[1];
    const r2 = r[2];
    const r3 = r[3];
    const r4 = r[4];
    const r5 = r[5];
    const r6 = r[6];
    const r7 = r[7];
    const r8 = r[8];
    const r9 = r[9];
    const t0 = u8to16(data, offset + 0);
    const t1 = u8to16(data, offset + 2);
    const t2 = u8to16(data, offset + 4);
    const t3 = u8to16(data, offset + 6);
    const t4 = u8to16(data, offset + 8);
    const t5 = u8to16(data, offset + 10);
    const t6 = u8to16(data, offset + 12);
    const t7 = u8to16(data, offset + 14);
    let h0 = h[0] + (t0 & 8191);
    let h1 = h[1] + ((t0 >>> 13 | t1 << 3) & 8191);
    let h2 = h[2] + ((t1 >>> 10 | t2 << 6) & 8191);
    let h3 = h[3] + ((t2 >>> 7 | t3 << 9) & 8191);
    let h4 = h[4] + ((t3 >>> 4 | t4 << 12) & 8191);
    let h5 = h[5] + (t4 >>> 1 & 8191);
    let h6 = h[6] + ((t4 >>> 14 | t5 << 2) & 8191);
    let h7 = h[7] + ((t5 >>> 11 | t6 << 5) & 8191);
    let h8 = h[8] + ((t6 >>> 8 | t7 << 8) & 8191);
    let h9 = h[9] + (t7 >>> 5 | hibit);
    let c = 0;
    let d0 = c + h0 * r0 + h1 * (5 * r9) + h2 * (5 * r8) + h3 * (5 * r7) + h4 * (5 * r6);
    c = d0 >>> 13;
    d0 &= 8191;
    d0 += h5 * (5 * r5) + h6 * (5 * r4) + h7 * (5 * r3) + h8 * (5 * r2) + h9 * (5 * r1);
    c += d0 >>> 13;
    d0 &= 8191;
    let d1 = c + h0 * r1 + h1 * r0 + h2 * (5 * r9) + h3 * (5 * r8) + h4 * (5 * r7);
    c = d1 >>> 13;
    d1 &= 8191;
    d1 += h5 * (5 * r6) + h6 * (5 * r5) + h7 * (5 * r4) + h8 * (5 * r3) + h9 * (5 * r2);
    c += d1 >>> 13;
    d1 &= 8191;
    let d2 = c + h0 * r2 + h1 * r1 + h2 * r0 + h3 * (5 * r9) + h4 * (5 * r8);
    c = d2 >>> 13;
    d2 &= 8191;
    d2 += h5 * (5 * r7) + h6 * (5 * r6) + h7 * (5 * r5) + h8 * (5 * r4) + h9 * (5 * r3);
    c += d2 >>> 13;
    d2 &= 8191;
    let d3 = c + h0 * r3 + h1 * r2 + h2 * r1 + h3 * r0 + h4 * (5 * r9);
    c = d3 >>> 13;
    d3 &= 8191;
    d3 += h5 * (5 * r8) + h6 * (5 * r7) + h7 * (5 * r6) + h8 * (5 * r5) + h9 * (5 * r4);
    c += d3 >>> 13;
    d3 &= 8191;
    let d4 = c + h0 * r4 + h1 * r3 + h2 * r2 + h3 * r1 + h4 * r0;
    c = d4 >>> 13;
    d4 &= 8191;
    d4 += h5 * (5 * r9) + h6 * (5 * r8) + h7 * (5 * r7) + h8 * (5 * r6) + h9 * (5 * r5);
    c += d4 >>> 13;
    d4 &= 8191;
    let d5 = c + h0 * r5 + h1 * r4 + h2 * r3 + h3 * r2 + h4 * r1;
    c = d5 >>> 13;
    d5 &= 8191;
    d5 += h5 * r0 + h6 * (5 * r9) + h7 * (5 * r8) + h8 * (5 * r7) + h9 * (5 * r6);
    c += d5 >>> 13;
    d5 &= 8191;
    let d6 = c + h0 * r6 + h1 * r5 + h2 * r4 + h3 * r3 + h4 * r2;
    c = d6 >>> 13;
    d6 &= 8191;
    d6 += h5 * r1 + h6 * r0 + h7 * (5 * r9) + h8 * (5 * r8) + h9 * (5 * r7);
    c += d6 >>> 13;
    d6 &= 8191;
    let d7 = c + h0 * r7 + h1 * r6 + h2 * r5 + h3 * r4 + h4 * r3;
    c = d7 >>> 13;
    d7 &= 8191;
    d7 += h5 * r2 + h6 * r1 + h7 * r0 + h8 * (5 * r9) + h9 * (5 * r8);
    c += d7 >>> 13;
    d7 &= 8191;
    let d8 = c + h0 * r8 + h1 * r7 + h2 * r6 + h3 * r5 + h4 * r4;
    c = d8 >>> 13;
    d8 &= 8191;
    d8 += h5 * r3 + h6 * r2 + h7 * r1 + h8 * r0 + h9 * (5 * r9);
    c += d8 >>> 13;
    d8 &= 8191;
    let d9 = c + h0 * r9 + h1 * r8 + h2 * r7 + h3 * r6 + h4 * r5;
    c = d9 >>> 13;
    d9 &= 8191;
    d9 += h5 * r4 + h6 * r3 + h7 * r2 + h8 * r1 + h9 * r0;
    c += d9 >>> 13;
    d9 &= 8191;
    c = (c << 2) + c | 0;
    c = c + d0 | 0;
    d0 = c & 8191;
    c = c >>> 13;
    d1 += c;
    h[0] = d0;
    h[1] = d1;
    h[2] = d2;
    h[3] = d3;
    h[4] = d4;
    h[5] = d5;
    h[6] = d6;
    h[7] = d7;
    h[8] = d8;
    h[9] = d9;
  }
  finalize() {
    const { h, pad } = this;
    const g = new Uint16Array(10);
    let c = h[1] >>> 13;
    h[1] &= 8191;
    for (let i = 2; i < 10; i++) {
      h[i] += c;
      c = h[i] >>> 13;
      h[i] &= 8191;
    }
    h[0] += c * 5;
    c = h[0] >>> 13;
    h[0] &= 8191;
    h[1] += c;
    c = h[1] >>> 13;
    h[1] &= 8191;
    h[2] += c;
    g[0] = h[0] + 5;
    c = g[0] >>> 13;
    g[0] &= 8191;
    for (let i = 1; i < 10; i++) {
      g[i] = h[i] + c;
      c = g[i] >>> 13;
      g[i] &= 8191;
    }
    g[9] -= 1 << 13;
    let mask = (c ^ 1) - 1;
    for (let i = 0; i < 10; i++)
      g[i] &= mask;
    mask = ~mask;
    for (let i = 0; i < 10; i++)
      h[i] = h[i] & mask | g[i];
    h[0] = (h[0] | h[1] << 13) & 65535;
    h[1] = (h[1] >>> 3 | h[2] << 10) & 65535;
    h[2] = (h[2] >>> 6 | h[3] << 7) & 65535;
    h[3] = (h[3] >>> 9 | h[4] << 4) & 65535;
    h[4] = (h[4] >>> 12 | h[5] << 1 | h[6] << 14) & 65535;
    h[5] = (h[6] >>> 2 | h[7] << 11) & 65535;
    h[6] = (h[7] >>> 5 | h[8] << 8) & 65535;
    h[7] = (h[8] >>> 8 | h[9] << 5) & 65535;
    let f = h[0] + pad[0];
    h[0] = f & 65535;
    for (let i = 1; i < 8; i++) {
      f = (h[i] + pad[i] | 0) + (f >>> 16) | 0;
      h[i] = f & 65535;
    }
    clean2(g);
  }
  update(data) {
    aexists2(this);
    abytes3(data);
    data = copyBytes2(data);
    const { buffer, blockLen } = this;
    const len = data.length;
    for (let pos = 0; pos < len; ) {
      const take2 = Math.min(blockLen - this.pos, len - pos);
      if (take2 === blockLen) {
        for (; blockLen <= len - pos; pos += blockLen)
          this.process(data, pos);
        continue;
      }
      buffer.set(data.subarray(pos, pos + take2), this.pos);
      this.pos += take2;
      pos += take2;
      if (this.pos === blockLen) {
        this.process(buffer, 0, false);
        this.pos = 0;
      }
    }
    return this;
  }
  destroy() {
    this.destroyed = true;
    clean2(this.h, this.r, this.buffer, this.pad);
  }
  digestInto(out) {
    aexists2(this);
    aoutput2(out, this);
    this.finished = true;
    const { buffer, h } = this;
    let { pos } = this;
    if (pos) {
      buffer[pos++] = 1;
      for (; pos < 16; pos++)
        buffer[pos] = 0;
      this.process(buffer, 0, true);
    }
    this.finalize();
    let opos = 0;
    for (let i = 0; i < 8; i++) {
      out[opos++] = h[i] >>> 0;
      out[opos++] = h[i] >>> 8;
    }
  }
  digest() {
    const { buffer, outputLen } = this;
    this.digestInto(buffer);
    const res = buffer.slice(0, outputLen);
    this.destroy();
    return res;
  }
};
var poly1305 = /* @__PURE__ */ wrapMacConstructor(32, (key) => new Poly1305(key));

// .build/assets/node_modules/@noble/ciphers/chacha.js
function chachaCore(s, k, n, out, cnt, rounds = 20) {
  let y00 = s[0], y01 = s[1], y02 = s[2], y03 = s[3], y04 = k[0], y05 = k[1], y06 = k[2], y07 = k[3], y08 = k[4], y09 = k[5], y10 = k[6], y11 = k[7], y12 = cnt, y13 = n[0], y14 = n[1], y15 = n[2];
  let x00 = y00, x01 = y01, x02 = y02, x03 = y03, x04 = y04, x05 = y05, x06 = y06, x07 = y07, x08 = y08, x09 = y09, x10 = y10, x11 = y11, x12 = y12, x13 = y13, x14 = y14, x15 = y15;
  for (let r = 0; r < rounds; r += 2) {
    x00 = x00 + x04 | 0;
    x12 = rotl2(x12 ^ x00, 16);
    x08 = x08 + x12 | 0;
    x04 = rotl2(x04 ^ x08, 12);
    x00 = x00 + x04 | 0;
    x12 = rotl2(x12 ^ x00, 8);
    x08 = x08 + x12 | 0;
    x04 = rotl2(x04 ^ x08, 7);
    x01 = x01 + x05 | 0;
    x13 = rotl2(x13 ^ x01, 16);
    x09 = x09 + x13 | 0;
    x05 = rotl2(x05 ^ x09, 12);
    x01 = x01 + x05 | 0;
    x13 = rotl2(x13 ^ x01, 8);
    x09 = x09 + x13 | 0;
    x05 = rotl2(x05 ^ x09, 7);
    x02 = x02 + x06 | 0;
    x14 = rotl2(x14 ^ x02, 16);
    x10 = x10 + x14 | 0;
    x06 = rotl2(x06 ^ x10, 12);
    x02 = x02 + x06 | 0;
    x14 = rotl2(x14 ^ x02, 8);
    x10 = x10 + x14 | 0;
    x06 = rotl2(x06 ^ x10, 7);
    x03 = x03 + x07 | 0;
    x15 = rotl2(x15 ^ x03, 16);
    x11 = x11 + x15 | 0;
    x07 = rotl2(x07 ^ x11, 12);
    x03 = x03 + x07 | 0;
    x15 = rotl2(x15 ^ x03, 8);
    x11 = x11 + x15 | 0;
    x07 = rotl2(x07 ^ x11, 7);
    x00 = x00 + x05 | 0;
    x15 = rotl2(x15 ^ x00, 16);
    x10 = x10 + x15 | 0;
    x05 = rotl2(x05 ^ x10, 12);
    x00 = x00 + x05 | 0;
    x15 = rotl2(x15 ^ x00, 8);
    x10 = x10 + x15 | 0;
    x05 = rotl2(x05 ^ x10, 7);
    x01 = x01 + x06 | 0;
    x12 = rotl2(x12 ^ x01, 16);
    x11 = x11 + x12 | 0;
    x06 = rotl2(x06 ^ x11, 12);
    x01 = x01 + x06 | 0;
    x12 = rotl2(x12 ^ x01, 8);
    x11 = x11 + x12 | 0;
    x06 = rotl2(x06 ^ x11, 7);
    x02 = x02 + x07 | 0;
    x13 = rotl2(x13 ^ x02, 16);
    x08 = x08 + x13 | 0;
    x07 = rotl2(x07 ^ x08, 12);
    x02 = x02 + x07 | 0;
    x13 = rotl2(x13 ^ x02, 8);
    x08 = x08 + x13 | 0;
    x07 = rotl2(x07 ^ x08, 7);
    x03 = x03 + x04 | 0;
    x14 = rotl2(x14 ^ x03, 16);
    x09 = x09 + x14 | 0;
    x04 = rotl2(x04 ^ x09, 12);
    x03 = x03 + x04 | 0;
    x14 = rotl2(x14 ^ x03, 8);
    x09 = x09 + x14 | 0;
    x04 = rotl2(x04 ^ x09, 7);
  }
  let oi = 0;
  out[oi++] = y00 + x00 | 0;
  out[oi++] = y01 + x01 | 0;
  out[oi++] = y02 + x02 | 0;
  out[oi++] = y03 + x03 | 0;
  out[oi++] = y04 + x04 | 0;
  out[oi++] = y05 + x05 | 0;
  out[oi++] = y06 + x06 | 0;
  out[oi++] = y07 + x07 | 0;
  out[oi++] = y08 + x08 | 0;
  out[oi++] = y09 + x09 | 0;
  out[oi++] = y10 + x10 | 0;
  out[oi++] = y11 + x11 | 0;
  out[oi++] = y12 + x12 | 0;
  out[oi++] = y13 + x13 | 0;
  out[oi++] = y14 + x14 | 0;
  out[oi++] = y15 + x15 | 0;
}
function hchacha(s, k, i, out) {
  const s2 = isLE ? s : swap32IfBE(s.slice(0, 4));
  const k2 = isLE ? k : swap32IfBE(k.slice(0, 8));
  const i2 = isLE ? i : swap32IfBE(i.slice(0, 4));
  const t = new Uint32Array(16);
  chachaCore(s2, k2, i2.subarray(1), t, i2[0]);
  let oi = 0;
  out[oi++] = t[0] - s2[0] | 0;
  out[oi++] = t[1] - s2[1] | 0;
  out[oi++] = t[2] - s2[2] | 0;
  out[oi++] = t[3] - s2[3] | 0;
  out[oi++] = t[12] - i2[0] | 0;
  out[oi++] = t[13] - i2[1] | 0;
  out[oi++] = t[14] - i2[2] | 0;
  out[oi++] = t[15] - i2[3] | 0;
  swap32IfBE(out);
  if (!isLE)
    clean2(s2, k2, i2);
  clean2(t);
}
var xchacha20 = /* @__PURE__ */ createCipher(chachaCore, {
  counterRight: false,
  counterLength: 8,
  extendNonceFn: hchacha,
  allowShortKeys: false
});
var ZEROS16 = /* @__PURE__ */ new Uint8Array(16);
var updatePadded = (h, msg) => {
  h.update(msg);
  const leftover = msg.length % 16;
  if (leftover)
    h.update(ZEROS16.subarray(leftover));
};
var ZEROS32 = /* @__PURE__ */ new Uint8Array(32);
function computeTag(fn, key, nonce, ciphertext, AAD) {
  if (AAD !== void 0)
    abytes3(AAD, void 0, "AAD");
  const authKey = fn(key, nonce, ZEROS32);
  const lengths = u64Lengths(ciphertext.length, AAD ? AAD.length : 0, true);
  const h = poly1305.create(authKey);
  if (AAD)
    updatePadded(h, AAD);
  updatePadded(h, ciphertext);
  h.update(lengths);
  const res = h.digest();
  clean2(authKey, lengths);
  return res;
}
var _poly1305_aead = (xorStream) => (key, nonce, AAD) => {
  const tagLength = 16;
  return {
    encrypt(plaintext, output) {
      const plength = plaintext.length;
      output = getOutput(plength + tagLength, output, false);
      output.set(plaintext);
      const oPlain = output.subarray(0, -tagLength);
      xorStream(key, nonce, oPlain, oPlain, 1);
      const tag = computeTag(xorStream, key, nonce, oPlain, AAD);
      output.set(tag, plength);
      clean2(tag);
      return output;
    },
    decrypt(ciphertext, output) {
      output = getOutput(ciphertext.length - tagLength, output, false);
      const data = ciphertext.subarray(0, -tagLength);
      const passedTag = ciphertext.subarray(-tagLength);
      const tag = computeTag(xorStream, key, nonce, data, AAD);
      if (!equalBytes(passedTag, tag)) {
        clean2(tag);
        throw new Error("invalid tag");
      }
      output.set(ciphertext.subarray(0, -tagLength));
      xorStream(key, nonce, output, output, 1);
      clean2(tag);
      return output;
    }
  };
};
var xchacha20poly1305 = /* @__PURE__ */ wrapCipher(
  { blockSize: 64, nonceLength: 24, tagLength: 16, withAAD: true },
  /* @__PURE__ */ _poly1305_aead(xchacha20)
);

// .build/assets/node_modules/@noble/hashes/hmac.js
var _HMAC = class {
  oHash;
  iHash;
  blockLen;
  outputLen;
  canXOF = false;
  finished = false;
  destroyed = false;
  constructor(hash, key) {
    ahash(hash);
    abytes(key, void 0, "key");
    this.iHash = hash.create();
    if (typeof this.iHash.update !== "function")
      throw new Error("expected Hash instance");
    this.blockLen = this.iHash.blockLen;
    this.outputLen = this.iHash.outputLen;
    const blockLen = this.blockLen;
    const pad = new Uint8Array(blockLen);
    pad.set(key.length > blockLen ? hash.create().update(key).digest() : key);
    for (let i = 0; i < pad.length; i++)
      pad[i] ^= 54;
    this.iHash.update(pad);
    this.oHash = hash.create();
    for (let i = 0; i < pad.length; i++)
      pad[i] ^= 54 ^ 92;
    this.oHash.update(pad);
    clean(pad);
  }
  update(buf) {
    aexists(this);
    this.iHash.update(buf);
    return this;
  }
  digestInto(out) {
    aexists(this);
    aoutput(out, this);
    this.finished = true;
    const buf = out.subarray(0, this.outputLen);
    this.iHash.digestInto(buf);
    this.oHash.update(buf);
    this.oHash.digestInto(buf);
    this.destroy();
  }
  digest() {
    const out = new Uint8Array(this.oHash.outputLen);
    this.digestInto(out);
    return out;
  }
  _cloneInto(to) {
    to ||= Object.create(Object.getPrototypeOf(this), {});
    const { oHash, iHash, finished, destroyed, blockLen, outputLen, canXOF } = this;
    to = to;
    to.finished = finished;
    to.destroyed = destroyed;
    to.blockLen = blockLen;
    to.outputLen = outputLen;
    to.canXOF = canXOF;
    to.oHash = oHash._cloneInto(to.oHash);
    to.iHash = iHash._cloneInto(to.iHash);
    return to;
  }
  clone() {
    return this._cloneInto();
  }
  destroy() {
    this.destroyed = true;
    this.oHash.destroy();
    this.iHash.destroy();
  }
};
var hmac = /* @__PURE__ */ (() => {
  const hmac_ = ((hash, key, message2) => new _HMAC(hash, key).update(message2).digest());
  hmac_.create = (hash, key) => new _HMAC(hash, key);
  return hmac_;
})();

// .build/assets/node_modules/@noble/hashes/hkdf.js
var HKDF_COUNTER = /* @__PURE__ */ Uint8Array.of(0);
var EMPTY_BUFFER = /* @__PURE__ */ Uint8Array.of();
function expand(hash, prk, info, length = 32, _recycled) {
  ahash(hash);
  anumber(length, "length");
  abytes(prk, void 0, "prk");
  const olen = hash.outputLen;
  if (prk.length < olen)
    throw new Error('"prk" must be at least HashLen octets');
  if (length > 255 * olen)
    throw new Error("Length must be <= 255*HashLen");
  const blocks = Math.ceil(length / olen);
  if (info === void 0)
    info = EMPTY_BUFFER;
  else
    abytes(info, void 0, "info");
  if (!blocks) {
    if (_recycled)
      clean(prk);
    return new Uint8Array();
  }
  const okm = _recycled && blocks === 1 ? prk : new Uint8Array(blocks * olen);
  const { iHash, oHash } = hmac.create(hash, prk);
  const T = _recycled ? prk : new Uint8Array(olen);
  const worker = blocks > 1 ? _recycled?.iHash || hash.create() : void 0;
  for (let counter = 0; counter < blocks - 1; counter++) {
    HKDF_COUNTER[0] = counter + 1;
    const iWork = iHash._cloneInto(worker);
    if (counter)
      iWork.update(T);
    iWork.update(info).update(HKDF_COUNTER).digestInto(T);
    oHash._cloneInto(worker).update(T).digestInto(T);
    okm.set(T, olen * counter);
  }
  HKDF_COUNTER[0] = blocks;
  if (blocks > 1)
    iHash.update(T);
  iHash.update(info).update(HKDF_COUNTER).digestInto(T);
  oHash.update(T).digestInto(T);
  okm.set(T, olen * (blocks - 1));
  iHash.destroy();
  oHash.destroy();
  worker?.destroy();
  if (T !== okm)
    clean(T);
  clean(HKDF_COUNTER);
  if (length === okm.length)
    return okm;
  const res = okm.slice(0, length);
  clean(okm);
  return res;
}
var hkdf = (hash, ikm, salt, info, length) => {
  ahash(hash);
  if (salt === void 0)
    salt = new Uint8Array(hash.outputLen);
  const HMAC = hmac.create(hash, salt).update(ikm);
  return expand(hash, HMAC.digest(), info, length, HMAC);
};

// .build/assets/desk/sealing.js
var import_argon2_umd_min = __toESM(require_argon2_umd_min());
var kinds = { seeker: 1, desk: 2, recovery: 3 };
var senders = { seeker: 1, adviser: 2, automatic: 3 };
var version = 1;
var sizes = [1024, 4096, 16384, 65536];
var writer = new TextEncoder();
var reader = new TextDecoder("utf-8", { fatal: false });
var bytesOf = (text) => writer.encode(text);
var textOf = (bytes2) => reader.decode(bytes2);
var random = (length) => crypto.getRandomValues(new Uint8Array(length));
var fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
var same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
function toBase64(bytes2) {
  let text = "";
  for (const byte of bytes2) text += String.fromCharCode(byte);
  return btoa(text);
}
function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
function number(value, length = 4) {
  const bytes2 = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--, value = Math.floor(value / 256)) bytes2[i] = value % 256;
  return bytes2;
}
var read = (bytes2, at, length = 4) => bytes2.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0);
var contexts = {
  wrap: (conversation, generation, kind) => joined(bytesOf("help_wrap\0"), conversation, number(generation), [kind]),
  label: (conversation) => joined(bytesOf("help_label\0"), conversation),
  note: (conversation) => joined(bytesOf("help_note\0"), conversation),
  deskBox: (desk2, generation, member) => joined(bytesOf("help_desk_box\0"), number(desk2), number(generation), bytesOf(member)),
  adviser: (member) => joined(bytesOf("help_adviser\0"), bytesOf(member))
};
function keyPair(secret = random(32)) {
  return { secret, public: x25519.getPublicKey(secret) };
}
var signer = (secret) => ({ secret, verify: ed25519.getPublicKey(secret) });
function sealBox(to, secret, context) {
  const once = keyPair();
  const key = agreed(once.secret, to, once.public, to, context);
  return joined([version], once.public, xchacha20poly1305(key, new Uint8Array(24), context).encrypt(secret));
}
function openBox(holder, box, context) {
  if (box.length < 49 || box[0] !== version) return null;
  const once = box.subarray(1, 33);
  try {
    return xchacha20poly1305(agreed(holder.secret, once, once, holder.public, context), new Uint8Array(24), context).decrypt(box.subarray(33));
  } catch {
    return null;
  }
}
function agreed(own2, other, once, receiver, context) {
  return hkdf(sha256, x25519.getSharedSecret(own2, other), joined(once, receiver), joined(bytesOf("cairn/seal/v1"), context), 32);
}
function cover(key, inner, context) {
  const nonce = random(24);
  return joined([version], nonce, xchacha20poly1305(key, nonce, joined(bytesOf("cairn/envelope/v1"), context)).encrypt(inner));
}
function uncover(key, covered, context) {
  if (covered.length < 41 || covered[0] !== version) return null;
  try {
    return xchacha20poly1305(key, covered.subarray(1, 25), joined(bytesOf("cairn/envelope/v1"), context)).decrypt(covered.subarray(25));
  } catch {
    return null;
  }
}
function keyOfPassphrase(passphrase2, salt) {
  return (0, import_argon2_umd_min.argon2id)({ password: passphrase2.normalize("NFKC"), salt, parallelism: 1, iterations: 4, memorySize: 128 * 1024, hashLength: 32, outputType: "binary" });
}
function padded(bytes2) {
  const size = sizes.find((s) => s >= bytes2.length + 4);
  if (!size) throw new RangeError("too long");
  const whole = new Uint8Array(size);
  whole.set(number(bytes2.length));
  whole.set(bytes2, 4);
  return whole;
}
function unpadded(whole) {
  const length = read(whole, 0);
  return length <= whole.length - 4 ? whole.subarray(4, 4 + length) : null;
}
var placeOf = (conversation, generation, sequence, sender) => joined([version], conversation, number(generation), number(sequence), [sender]);
function sealMessage(key, record, place) {
  const nonce = random(24);
  return { nonce, sealed: xchacha20poly1305(key, nonce, place).encrypt(padded(record)) };
}
function openMessage(key, nonce, sealed, place) {
  try {
    return unpadded(xchacha20poly1305(key, nonce, place).decrypt(sealed));
  } catch {
    return null;
  }
}
function writeRecord({ day, alias, language, worry, text }) {
  const words = [alias, language, worry].map(bytesOf).flatMap((word) => [[word.length], word]);
  const said = bytesOf(text);
  return joined([version], number(day), ...words, number(0, 2), number(said.length), said);
}
function readRecord(bytes2) {
  if (!bytes2 || bytes2.length < 14 || bytes2[0] !== version) return null;
  let at = 5;
  const words = [];
  for (let i = 0; i < 3; i++) {
    const length2 = bytes2[at];
    words.push(textOf(bytes2.subarray(at + 1, at + 1 + length2)));
    at += 1 + length2;
  }
  const length = read(bytes2, at + 2);
  if (!(at + 6 + length <= bytes2.length)) return null;
  const [alias, language, worry] = words;
  return { day: read(bytes2, 1), alias, language, worry, text: textOf(bytes2.subarray(at + 6, at + 6 + length)), signed: bytes2.subarray(0, at + 6 + length), rest: bytes2.subarray(at + 6 + length) };
}
function signedRecord(record, place, by) {
  return joined(record, fingerprint(by.verify), ed25519.sign(joined(bytesOf("cairn/reply/v1"), place, record), by.secret));
}
function signerOf(record, place, verifyKeys) {
  if (record.rest.length !== 72) return null;
  const name = record.rest.subarray(0, 8), statement = joined(bytesOf("cairn/reply/v1"), place, record.signed);
  return verifyKeys.find((key) => same(fingerprint(key), name) && ed25519.verify(record.rest.subarray(8), statement, key)) ?? null;
}
var fingerprint = (key) => sha256(key).subarray(0, 8);
function readLabel(key, covered, conversation) {
  const plain2 = uncover(key, covered, contexts.label(conversation));
  const word = (bytes2) => textOf(bytes2).replace(/\0+$/, "");
  return plain2 ? { language: word(plain2.subarray(0, 8)), worry: word(plain2.subarray(8)) } : { language: "", worry: "" };
}
var letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
function onPaper(secret) {
  const check = sha256(joined(bytesOf("cairn/recovery/check/v1"), secret));
  return (inLetters(secret, 52) + inLetters(check.subarray(0, 3), 5).slice(0, 4)).match(/.{4}/g);
}
function inLetters(bytes2, count) {
  let text = "", bits = 0, value = 0;
  for (const byte of bytes2) {
    value = value * 256 + byte;
    for (bits += 8; bits >= 5; bits -= 5) {
      text += letters[Math.floor(value / 2 ** (bits - 5)) % 32];
      value %= 2 ** (bits - 5);
    }
  }
  return (bits > 0 ? text + letters[value * 2 ** (5 - bits)] : text).slice(0, count);
}
function fromPaper(typed) {
  const plain2 = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (plain2.length !== 56 || [...plain2].some((letter) => !letters.includes(letter))) return null;
  const secret = new Uint8Array(32);
  let bits = 0, value = 0, at = 0;
  for (const letter of plain2.slice(0, 52)) {
    value = value * 32 + letters.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      if (at < 32) secret[at++] = Math.floor(value / 2 ** (bits - 8));
      bits -= 8;
      value %= 2 ** bits;
    }
  }
  return onPaper(secret).join("") === plain2 ? secret : null;
}

// .build/assets/desk/keys.js
var secretBytes = 32;
function passphraseFault(passphrase2, name) {
  if (passphrase2.length < 16) return "A passphrase has at least 16 letters. Four or five words that do not belong together are good.";
  if (new Set(passphrase2.toLowerCase()).size < 8) return "This repeats too few letters. Take words that do not belong together.";
  if (name && passphrase2.toLowerCase().includes(name.toLowerCase())) return "Leave your name out of it.";
  return null;
}
function suggestion() {
  const starts = "bdfghklmnprstvwz", ends = "aeiou";
  const syllable = () => starts[random(1)[0] % starts.length] + ends[below(ends.length)];
  return Array.from({ length: 4 }, () => syllable() + syllable() + syllable()).join(" ");
}
function below(limit) {
  const most = 256 - 256 % limit;
  for (; ; ) {
    const [value] = random(1);
    if (value < most) return value % limit;
  }
}
async function makeKeys(passphrase2, member) {
  const own2 = { box: keyPair(), sign: signer(random(secretBytes)) };
  const salt = random(16);
  const key = await keyOfPassphrase(passphrase2, salt);
  const wrapped = cover(key, joined(own2.box.secret, own2.sign.secret), contexts.adviser(member));
  key.fill(0);
  return { own: own2, sent: { public: own2.box.public, verify: own2.sign.verify, salt, wrapped } };
}
async function openKeys(passphrase2, member, { salt, wrapped }) {
  const key = await keyOfPassphrase(passphrase2, salt);
  const both = uncover(key, wrapped, contexts.adviser(member));
  key.fill(0);
  return both && { box: keyPair(both.slice(0, secretBytes)), sign: signer(both.slice(secretBytes)) };
}
function openDesk(own2, member, desk2, boxes) {
  const opened = /* @__PURE__ */ new Map();
  for (const { generation, box } of boxes) {
    const secret = openBox(own2.box, box, contexts.deskBox(desk2, generation, member));
    if (secret) opened.set(generation, keyPair(secret));
  }
  return opened;
}
var boxFor = (member, desk2, generation, secret) => ({ member: member.id, generation, box: sealBox(member.public, secret, contexts.deskBox(desk2, generation, member.id)) });
function openWrap(deskKeys2, box, conversation, generation) {
  for (const holder of [...deskKeys2.values()].reverse()) {
    const key = openBox(holder, box, contexts.wrap(conversation, generation, kinds.desk));
    if (key) return key;
  }
  return null;
}
var spokenOf = ({ public: box, verify }) => spoken(joined(box, verify));
var spoken = (key) => Array.from(fingerprint(key), (byte) => byte.toString(16).padStart(2, "0")).join("").match(/.{4}/g).join(" ");

// .build/assets/desk/wire.js
var Refused = class extends Error {
  constructor(status, said) {
    super(said);
    this.status = status;
  }
};
var wire = (desk2, token) => ({
  get: (path, signal) => ask(`${desk2}/${path}`, { signal }),
  post: (path, body) => ask(`${desk2}/${path}`, { method: "POST", headers: { "content-type": "application/json", "x-form-token": token }, body: JSON.stringify(body, plain) })
});
var asText = (body) => JSON.stringify(body, plain);
async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", cache: "no-store", redirect: "error", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused(0, "The server cannot be reached, or you were signed out. Nothing was lost here.");
  }
  const json = answer.headers.get("content-type")?.startsWith("application/json") ? await answer.json() : null;
  if (!answer.ok) throw new Refused(answer.status, json?.said ?? "The server refused. Load the page again; you may have to sign in.");
  return json;
}
function plain(key, value) {
  return value instanceof Uint8Array ? toBase64(value) : value;
}
var bytes = (text) => text ? fromBase64(text) : null;

// .build/assets/desk/page.js
function el(name, attributes = {}, ...children) {
  const made2 = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made2.addEventListener(key.slice(2), value);
    else if (value === true) made2.setAttribute(key, "");
    else if (value !== false && value !== null && value !== void 0) made2.setAttribute(key, value);
  }
  made2.append(...only(children));
  return made2;
}
var only = (children) => children.flat().filter((child) => child !== null && child !== void 0 && child !== false);
var fill = (room, ...children) => room.replaceChildren(...only(children));
var button = (label, onclick, attributes = {}) => el("button", { type: "button", class: "console-button", onclick, ...attributes }, label);
function field(id, label, input, hint = null) {
  input.id = id;
  if (hint) input.setAttribute("aria-describedby", id + "-hint");
  return el("p", { class: "console-field" }, el("label", { for: id }, label), hint && el("span", { class: "console-hint", id: id + "-hint" }, hint), input);
}
var choice = (id, options, chosen = "") => el("select", { id, class: "console-input" }, options.map(([value, label]) => el("option", { value, selected: value === chosen }, label)));
function download(name, content) {
  const made2 = URL.createObjectURL(new Blob([content], { type: "application/zip" }));
  const link = el("a", { download: name });
  link.href = made2;
  link.click();
  setTimeout(() => URL.revokeObjectURL(made2), 6e4);
}
var names = new Intl.DisplayNames("en", { type: "language" });
function languageName(code) {
  try {
    return code ? names.of(code) : "language not said";
  } catch {
    return code;
  }
}
var dayName = (day) => new Date(day * 864e5).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
var worries = { myself: "about themselves", someone: "about somebody else", child: "about a child", happened: "about something that happened", young: "a young person tells", parent: "a parent or carer tells", professional: "somebody tells who works with children", other: "somebody else tells", "": "did not say about whom" };
function age(hour, now) {
  const hours = now - hour;
  return hours < 1 ? "this hour" : hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`;
}

// .build/assets/desk/checklist.js
var begins = "Checklist.";
var clear = [["", "choose …"], ["yes", "yes"], ["no", "no"], ["not clear", "not clear"]];
var questions = [
  ["child", "Could a child be found from what was written, and is that child at risk?", "A child could be found and is at risk", clear],
  ["danger", "Is somebody in danger right now?", "Somebody is in danger right now", clear],
  ["nation", "Which nation?", "Nation", [["", "choose …"], ...["Scotland", "England", "Wales", "Northern Ireland", "elsewhere", "not said"].map((n) => [n, n])]]
];
var isChecklist = (text) => text?.startsWith(begins) ?? false;
function answered(text) {
  const lines = text.split("\n");
  return Object.fromEntries(questions.map(([name, , what]) => [name, lines.find((l) => l.startsWith(what + ": "))?.slice(what.length + 2) ?? ""]));
}
function checklist(notes, keep, say2) {
  const latest2 = notes.filter((note) => isChecklist(note.record?.text)).at(-1);
  const before = latest2 ? answered(latest2.record.text) : {};
  const asked = questions.map(([name, label, what, options]) => ({ name, what, label, input: choice("desk-check-" + name, options, before[name] ?? "") }));
  const advice = el("div", { class: "desk-advice", role: "status" });
  const valueOf = (name) => asked.find((a) => a.name === name).input.value;
  const advise = () => advice.replaceChildren(...[
    valueOf("danger") === "yes" && "Call 999 yourself, now, with what you know. Then raise a red flag: somebody’s life is at risk.",
    valueOf("child") === "yes" && "Raise a red flag: a child is at risk and could be found. The supervisor on call decides with you whom to tell.",
    (valueOf("danger") === "not clear" || valueOf("child") === "not clear") && "Ask one question that would make it clear, or raise a flag: you are not sure."
  ].filter(Boolean).map((sentence) => el("p", {}, sentence)));
  for (const { input } of asked) input.addEventListener("change", advise);
  advise();
  return el(
    "section",
    { class: "desk-checklist" },
    el("h3", {}, latest2 ? "Checklist" : "Checklist: not answered yet"),
    asked.map(({ name, label, input }) => field("desk-check-" + name, label, input)),
    advice,
    button("Keep the answers", () => {
      if (asked.some((a) => !a.input.value)) return say2("Answer each question; “not clear” is an answer.");
      keep([begins, ...asked.map((a) => `${a.what}: ${a.input.value}`)].join("\n"));
    }, { class: "console-button second", id: "desk-check-keep" })
  );
}

// .build/assets/desk/evidence-page.txt
var evidence_page_default = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Conversation {mark}</title>
<style>
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 1rem/1.5 sans-serif; color: #111; background: #fff; }
dt { font-weight: bold; }
dd { margin: 0 0 .5rem; }
ol { list-style: none; padding: 0; }
ol > li { margin: 1rem 0; padding: .5rem 1rem; border: 1px solid #666; break-inside: avoid; }
ol > li.person { border-inline-start-width: .5rem; }
.about { margin: 0; font-weight: bold; }
.words { margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>Conversation {mark}</h1>
<dl>
{facts}
</dl>
<h2>Messages</h2>
<ol>
{messages}
</ol>
{statement}
</body>
</html>
`;

// .build/assets/node_modules/@noble/ciphers/aes.js
var BLOCK_SIZE = 16;
var POLY = 283;
function validateKeyLength(key) {
  if (![16, 24, 32].includes(key.length))
    throw new Error('"aes key" expected Uint8Array of length 16/24/32, got length=' + key.length);
}
function mul2(n) {
  return n << 1 ^ POLY & -(n >> 7);
}
function mul(a, b) {
  let res = 0;
  for (; b > 0; b >>= 1) {
    res ^= a & -(b & 1);
    a = mul2(a);
  }
  return res;
}
var sbox = /* @__PURE__ */ (() => {
  const t = new Uint8Array(256);
  for (let i = 0, x = 1; i < 256; i++, x ^= mul2(x))
    t[i] = x;
  const box = new Uint8Array(256);
  box[0] = 99;
  for (let i = 0; i < 255; i++) {
    let x = t[255 - i];
    x |= x << 8;
    box[t[i]] = (x ^ x >> 4 ^ x >> 5 ^ x >> 6 ^ x >> 7 ^ 99) & 255;
  }
  clean2(t);
  return box;
})();
var invSbox = /* @__PURE__ */ sbox.map((_, j) => sbox.indexOf(j));
var rotr32_8 = (n) => n << 24 | n >>> 8;
var rotl32_8 = (n) => n << 8 | n >>> 24;
function genTtable(sbox2, fn) {
  if (sbox2.length !== 256)
    throw new Error("wrong sbox length");
  const T0 = new Uint32Array(256).map((_, j) => fn(sbox2[j]));
  const T1 = T0.map(rotl32_8);
  const T2 = T1.map(rotl32_8);
  const T3 = T2.map(rotl32_8);
  const T01 = new Uint32Array(256 * 256);
  const T23 = new Uint32Array(256 * 256);
  const sbox22 = new Uint16Array(256 * 256);
  for (let i = 0; i < 256; i++) {
    for (let j = 0; j < 256; j++) {
      const idx = i * 256 + j;
      T01[idx] = T0[i] ^ T1[j];
      T23[idx] = T2[i] ^ T3[j];
      sbox22[idx] = sbox2[i] << 8 | sbox2[j];
    }
  }
  return { sbox: sbox2, sbox2: sbox22, T0, T1, T2, T3, T01, T23 };
}
var tableEncoding = /* @__PURE__ */ genTtable(sbox, (s) => mul(s, 3) << 24 | s << 16 | s << 8 | mul(s, 2));
var tableDecoding = /* @__PURE__ */ genTtable(invSbox, (s) => mul(s, 11) << 24 | mul(s, 13) << 16 | mul(s, 9) << 8 | mul(s, 14));
var xPowers = /* @__PURE__ */ (() => {
  const p = new Uint8Array(16);
  for (let i = 0, x = 1; i < 16; i++, x = mul2(x))
    p[i] = x;
  return p;
})();
function expandKeyLE(key) {
  abytes3(key);
  const len = key.length;
  validateKeyLength(key);
  const { sbox2 } = tableEncoding;
  const toClean = [];
  if (!isLE || !isAligned32(key))
    toClean.push(key = copyBytes2(key));
  const k32 = swap32IfBE(u32(key));
  const Nk = k32.length;
  const subByte = (n) => applySbox(sbox2, n, n, n, n);
  const xk = new Uint32Array(len + 28);
  xk.set(k32);
  for (let i = Nk; i < xk.length; i++) {
    let t = xk[i - 1];
    if (i % Nk === 0)
      t = subByte(rotr32_8(t)) ^ xPowers[i / Nk - 1];
    else if (Nk > 6 && i % Nk === 4)
      t = subByte(t);
    xk[i] = xk[i - Nk] ^ t;
  }
  clean2(...toClean);
  return xk;
}
function expandKeyDecLE(key) {
  const encKey = expandKeyLE(key);
  const xk = encKey.slice();
  const Nk = encKey.length;
  const { sbox2 } = tableEncoding;
  const { T0, T1, T2, T3 } = tableDecoding;
  for (let i = 0; i < Nk; i += 4) {
    for (let j = 0; j < 4; j++)
      xk[i + j] = encKey[Nk - i - 4 + j];
  }
  clean2(encKey);
  for (let i = 4; i < Nk - 4; i++) {
    const x = xk[i];
    const w = applySbox(sbox2, x, x, x, x);
    xk[i] = T0[w & 255] ^ T1[w >>> 8 & 255] ^ T2[w >>> 16 & 255] ^ T3[w >>> 24];
  }
  return xk;
}
function apply0123(T01, T23, s0, s1, s2, s3) {
  return T01[s0 << 8 & 65280 | s1 >>> 8 & 255] ^ T23[s2 >>> 8 & 65280 | s3 >>> 24 & 255];
}
function applySbox(sbox2, s0, s1, s2, s3) {
  return sbox2[s0 & 255 | s1 & 65280] | sbox2[s2 >>> 16 & 255 | s3 >>> 16 & 65280] << 16;
}
function encrypt(xk, s0, s1, s2, s3) {
  const { sbox2, T01, T23 } = tableEncoding;
  let k = 0;
  s0 ^= xk[k++], s1 ^= xk[k++], s2 ^= xk[k++], s3 ^= xk[k++];
  const rounds = xk.length / 4 - 2;
  for (let i = 0; i < rounds; i++) {
    const t02 = xk[k++] ^ apply0123(T01, T23, s0, s1, s2, s3);
    const t12 = xk[k++] ^ apply0123(T01, T23, s1, s2, s3, s0);
    const t22 = xk[k++] ^ apply0123(T01, T23, s2, s3, s0, s1);
    const t32 = xk[k++] ^ apply0123(T01, T23, s3, s0, s1, s2);
    s0 = t02, s1 = t12, s2 = t22, s3 = t32;
  }
  const t0 = xk[k++] ^ applySbox(sbox2, s0, s1, s2, s3);
  const t1 = xk[k++] ^ applySbox(sbox2, s1, s2, s3, s0);
  const t2 = xk[k++] ^ applySbox(sbox2, s2, s3, s0, s1);
  const t3 = xk[k++] ^ applySbox(sbox2, s3, s0, s1, s2);
  return { s0: t0, s1: t1, s2: t2, s3: t3 };
}
function decrypt(xk, s0, s1, s2, s3) {
  const { sbox2, T01, T23 } = tableDecoding;
  let k = 0;
  s0 ^= xk[k++], s1 ^= xk[k++], s2 ^= xk[k++], s3 ^= xk[k++];
  const rounds = xk.length / 4 - 2;
  for (let i = 0; i < rounds; i++) {
    const t02 = xk[k++] ^ apply0123(T01, T23, s0, s3, s2, s1);
    const t12 = xk[k++] ^ apply0123(T01, T23, s1, s0, s3, s2);
    const t22 = xk[k++] ^ apply0123(T01, T23, s2, s1, s0, s3);
    const t32 = xk[k++] ^ apply0123(T01, T23, s3, s2, s1, s0);
    s0 = t02, s1 = t12, s2 = t22, s3 = t32;
  }
  const t0 = xk[k++] ^ applySbox(sbox2, s0, s3, s2, s1);
  const t1 = xk[k++] ^ applySbox(sbox2, s1, s0, s3, s2);
  const t2 = xk[k++] ^ applySbox(sbox2, s2, s1, s0, s3);
  const t3 = xk[k++] ^ applySbox(sbox2, s3, s2, s1, s0);
  return { s0: t0, s1: t1, s2: t2, s3: t3 };
}
function validateBlockDecrypt(data, dst) {
  abytes3(data);
  if (data.length % BLOCK_SIZE !== 0) {
    throw new Error("ciphertext must be multiple of " + BLOCK_SIZE);
  }
  if (dst !== void 0) {
    getOutput(data.length, dst);
    complexOverlapBytes(data, dst);
  }
}
function validateBlockEncrypt(plaintext, pkcs5, dst) {
  abytes3(plaintext);
  let outLen = plaintext.length;
  const remaining = outLen % BLOCK_SIZE;
  if (!pkcs5 && remaining !== 0)
    throw new Error("plaintext must be multiple of " + BLOCK_SIZE);
  if (pkcs5) {
    let left = BLOCK_SIZE - remaining;
    if (!left)
      left = BLOCK_SIZE;
    outLen = outLen + left;
  }
  if (dst !== void 0) {
    getOutput(outLen, dst);
    complexOverlapBytes(plaintext, dst);
  }
  return outLen;
}
function prepareBlockEncrypt(plaintext, outLen, dst) {
  if (dst === void 0)
    dst = new Uint8Array(outLen);
  if (!isLE || !isAligned32(plaintext))
    plaintext = copyBytes2(plaintext);
  const o = u32(dst);
  return { b: plaintext, o, out: dst };
}
function validatePKCS(data, pkcs5) {
  if (!pkcs5)
    return data;
  const len = data.length;
  if (len === 0)
    throw new Error("pkcs7: empty ciphertext not allowed");
  const lastByte = data[len - 1];
  let valid = 1;
  valid &= lastByte - 1 >>> 31 ^ 1;
  valid &= 16 - lastByte >>> 31 ^ 1;
  for (let i = 0; i < 16; i++) {
    const shouldCheck = i - lastByte >>> 31;
    const eq = (data[len - 1 - i] ^ lastByte) === 0 ? 1 : 0;
    valid &= eq | shouldCheck ^ 1;
  }
  if (!valid)
    throw new Error("aes: bad decrypt");
  return data.subarray(0, len - lastByte);
}
function padPCKS(left) {
  const tmp = new Uint8Array(16);
  const tmp32 = u32(tmp);
  tmp.set(left);
  const paddingByte = BLOCK_SIZE - left.length;
  for (let i = BLOCK_SIZE - paddingByte; i < BLOCK_SIZE; i++)
    tmp[i] = paddingByte;
  return tmp32;
}
var ecb = /* @__PURE__ */ wrapCipher({ blockSize: 16 }, function aesecb(key, opts = {}) {
  const pkcs5 = !opts.disablePadding;
  return {
    encrypt(plaintext, dst) {
      const outLen = validateBlockEncrypt(plaintext, pkcs5, dst);
      const xk = expandKeyLE(key);
      const { b: input, o, out: _out } = prepareBlockEncrypt(plaintext, outLen, dst);
      const b = u32(input);
      swap32IfBE(b);
      let i = 0;
      for (; i + 4 <= b.length; ) {
        const { s0, s1, s2, s3 } = encrypt(xk, b[i + 0], b[i + 1], b[i + 2], b[i + 3]);
        o[i++] = s0, o[i++] = s1, o[i++] = s2, o[i++] = s3;
      }
      if (pkcs5) {
        const tmp32 = padPCKS(plaintext.subarray(i * 4));
        swap32IfBE(tmp32);
        const { s0, s1, s2, s3 } = encrypt(xk, tmp32[0], tmp32[1], tmp32[2], tmp32[3]);
        o[i++] = s0, o[i++] = s1, o[i++] = s2, o[i++] = s3;
        clean2(tmp32);
      }
      swap32IfBE(o);
      clean2(xk);
      if (input !== plaintext)
        clean2(input);
      return _out;
    },
    decrypt(ciphertext, dst) {
      validateBlockDecrypt(ciphertext, dst);
      const xk = expandKeyDecLE(key);
      if (dst === void 0)
        dst = new Uint8Array(ciphertext.length);
      const toClean = [xk];
      if (!isLE || !isAligned32(ciphertext))
        toClean.push(ciphertext = copyBytes2(ciphertext));
      const b = u32(ciphertext);
      const o = u32(dst);
      swap32IfBE(b);
      for (let i = 0; i + 4 <= b.length; ) {
        const { s0, s1, s2, s3 } = decrypt(xk, b[i + 0], b[i + 1], b[i + 2], b[i + 3]);
        o[i++] = s0, o[i++] = s1, o[i++] = s2, o[i++] = s3;
      }
      swap32IfBE(o);
      clean2(...toClean);
      return validatePKCS(dst, pkcs5);
    }
  };
});

// .build/assets/node_modules/@noble/hashes/legacy.js
var SHA1_IV = /* @__PURE__ */ Uint32Array.from([
  1732584193,
  4023233417,
  2562383102,
  271733878,
  3285377520
]);
var SHA1_W = /* @__PURE__ */ new Uint32Array(80);
var _SHA1 = class extends HashMD {
  A = SHA1_IV[0] | 0;
  B = SHA1_IV[1] | 0;
  C = SHA1_IV[2] | 0;
  D = SHA1_IV[3] | 0;
  E = SHA1_IV[4] | 0;
  constructor() {
    super(64, 20, 8, false);
  }
  get() {
    const { A, B, C, D, E } = this;
    return [A, B, C, D, E];
  }
  set(A, B, C, D, E) {
    this.A = A | 0;
    this.B = B | 0;
    this.C = C | 0;
    this.D = D | 0;
    this.E = E | 0;
  }
  _cloneInto(to) {
    (to ||= new this.constructor()).set(...this.get());
    return this._cloneIntoMeta(to);
  }
  process(view, offset) {
    for (let i = 0; i < 16; i++, offset += 4)
      SHA1_W[i] = view.getUint32(offset, false);
    for (let i = 16; i < 80; i++)
      SHA1_W[i] = rotl(SHA1_W[i - 3] ^ SHA1_W[i - 8] ^ SHA1_W[i - 14] ^ SHA1_W[i - 16], 1);
    let { A, B, C, D, E } = this;
    for (let i = 0; i < 80; i++) {
      let F, K;
      if (i < 20) {
        F = Chi(B, C, D);
        K = 1518500249;
      } else if (i < 40) {
        F = B ^ C ^ D;
        K = 1859775393;
      } else if (i < 60) {
        F = Maj(B, C, D);
        K = 2400959708;
      } else {
        F = B ^ C ^ D;
        K = 3395469782;
      }
      const T = rotl(A, 5) + F + E + K + SHA1_W[i] | 0;
      E = D;
      D = C;
      C = rotl(B, 30);
      B = A;
      A = T;
    }
    A = A + this.A | 0;
    B = B + this.B | 0;
    C = C + this.C | 0;
    D = D + this.D | 0;
    E = E + this.E | 0;
    this.set(A, B, C, D, E);
  }
  roundClean() {
    clean(SHA1_W);
  }
  destroy() {
    this.destroyed = true;
    this.set(0, 0, 0, 0, 0);
    clean(this.buffer);
  }
};
var sha1 = /* @__PURE__ */ createHasher(() => new _SHA1());

// .build/assets/node_modules/@noble/hashes/pbkdf2.js
function pbkdf2Init(hash, _password, _salt, _opts) {
  ahash(hash);
  const opts = checkOpts({ dkLen: 32, asyncTick: 10 }, _opts);
  const { c, dkLen, asyncTick } = opts;
  anumber(c, "c");
  anumber(dkLen, "dkLen");
  anumber(asyncTick, "asyncTick");
  if (c < 1)
    throw new Error('"c" (iterations) must be >= 1');
  if (dkLen < 1)
    throw new Error('"dkLen" must be >= 1');
  if (dkLen > (2 ** 32 - 1) * hash.outputLen)
    throw new Error("derived key too long");
  const p = kdfInputToBytes(_password, "password");
  try {
    const s = kdfInputToBytes(_salt, "salt");
    try {
      const DK = new Uint8Array(dkLen);
      const { iHash, oHash, outputLen } = hmac.create(hash, p);
      const u = new Uint8Array(outputLen);
      const eng = pbkdf2Engine(iHash, oHash, s, u);
      return { c, dkLen, asyncTick, DK, outputLen, eng };
    } finally {
      if (typeof _salt === "string")
        clean(s);
    }
  } finally {
    if (typeof _password === "string")
      clean(p);
  }
}
function pbkdf2Engine(iHash, oHash, salt, u) {
  const counter = new Uint8Array(4);
  const view = createView(counter);
  const salted = iHash._cloneInto().update(salt);
  const work2 = oHash._cloneInto();
  const iClone = iHash._cloneInto;
  const oClone = oHash._cloneInto;
  return {
    u1: (ti, Ti) => {
      view.setInt32(0, ti, false);
      salted._cloneInto(work2).update(counter).digestInto(u);
      oHash._cloneInto(work2).update(u).digestInto(u);
      Ti.set(u.subarray(0, Ti.length));
    },
    // Whole `F` inner loop for the sync variant: one optimized function owns the hot loop.
    rounds: (c, Ti) => {
      for (let ui = 1; ui < c; ui++) {
        iClone.call(iHash, work2).update(u).digestInto(u);
        oClone.call(oHash, work2).update(u).digestInto(u);
        for (let i = 0; i < Ti.length; i++)
          Ti[i] ^= u[i];
      }
    },
    output: (DK) => {
      iHash.destroy();
      oHash.destroy();
      salted.destroy();
      work2.destroy();
      clean(u);
      return DK;
    }
  };
}
function pbkdf2(hash, password, salt, opts) {
  const { c, dkLen, DK, outputLen, eng } = pbkdf2Init(hash, password, salt, opts);
  for (let ti = 1, pos = 0; pos < dkLen; ti++, pos += outputLen) {
    const Ti = DK.subarray(pos, pos + outputLen);
    eng.u1(ti, Ti);
    eng.rounds(c, Ti);
  }
  return eng.output(DK);
}

// .build/assets/desk/zip.js
var version2 = 51;
var encrypted = 1;
var withAes = 99;
var date = 33;
var [saltBytes, keyBytes, checkBytes, proofBytes] = [16, 32, 2, 10];
var aes = joined(little(39169, 2), little(7, 2), little(2, 2), bytesOf("AE"), [3], little(0, 2));
function packed(items, passphrase2, salt = () => random(saltBytes)) {
  const entries = [], directory = [];
  let at = 0;
  for (const { name, bytes: bytes2 } of items) {
    const sealed = sealedEntry(bytes2, bytesOf(passphrase2), salt());
    const called = bytesOf(name);
    const shared = joined(little(version2, 2), little(encrypted, 2), little(withAes, 2), little(0, 2), little(date, 2), little(0), little(sealed.length), little(bytes2.length), little(called.length, 2), little(aes.length, 2));
    const entry = joined(little(67324752), shared, called, aes, sealed);
    entries.push(entry);
    directory.push(joined(little(33639248), little(version2, 2), shared, little(0, 2), little(0, 2), little(0, 2), little(0), little(at), called, aes));
    at += entry.length;
  }
  const listed = joined(...directory);
  const end = joined(little(101010256), little(0), little(items.length, 2), little(items.length, 2), little(listed.length), little(at), little(0, 2));
  return joined(...entries, listed, end);
}
function sealedEntry(bytes2, passphrase2, salt) {
  const keys = pbkdf2(sha1, passphrase2, salt, { c: 1e3, dkLen: 2 * keyBytes + checkBytes });
  const stream = keystream(keys.subarray(0, keyBytes), bytes2.length);
  const hidden = bytes2.map((byte, i) => byte ^ stream[i]);
  return joined(salt, keys.subarray(2 * keyBytes), hidden, hmac(sha1, keys.subarray(keyBytes, 2 * keyBytes), hidden).subarray(0, proofBytes));
}
function keystream(key, length) {
  const blocks = new Uint8Array(Math.ceil(length / 16) * 16);
  const view = new DataView(blocks.buffer);
  for (let at = 0; at < blocks.length; at += 16) view.setUint32(at, at / 16 + 1, true);
  return ecb(key, { disablePadding: true }).encrypt(blocks);
}
function little(value, length = 4) {
  return Uint8Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) % 256);
}

// .build/assets/desk/evidence.js
var letters2 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
var hourMs = 36e5;
var dayMs = 24 * hourMs;
var ended = (lines) => bytesOf(lines.join("\n") + "\n");
var asJson = (value) => ended([JSON.stringify(value, null, 2)]);
function contentsOf(chosen) {
  const facts2 = factsOf(chosen);
  const sections = statementOf(facts2);
  return [
    { name: "conversation.html", bytes: bytesOf(pageOf(facts2, sections)) },
    { name: "conversation.json", bytes: asJson({ format: "cairn-conversation/1", ...facts2 }) },
    { name: "statement.txt", bytes: ended(sections.flatMap(({ heading, sentences }) => [heading, "", ...sentences.map((s) => "- " + s), ""])) }
  ];
}
function manifestOf(chosen, contents) {
  const { campaign, desk: desk2, mark, day, reason, messages } = factsOf(chosen);
  const items = contents.map(({ name, bytes: bytes2 }) => ({ name, bytes: bytes2.length, sha256: hex(sha256(bytes2)) }));
  return asJson({ format: "cairn-evidence/1", campaign, desk: desk2, mark, day, reason, messages: messages.map((m) => m.number), items });
}
var statementToSign = (manifest) => joined(bytesOf("cairn/evidence/v1"), sha256(manifest));
var signed = (manifest, by) => ed25519.sign(statementToSign(manifest), by.secret);
function isSigned(manifest, signature, verify) {
  try {
    return ed25519.verify(signature, statementToSign(manifest), verify);
  } catch {
    return false;
  }
}
var signaturesOf = (signatures) => asJson(signatures.map(({ called, verify, signature }) => ({ called, verify: toBase64(verify), signature: toBase64(signature) })));
var itemsOf = (contents, manifest, signatures) => [...contents, { name: "manifest.json", bytes: manifest }, { name: "signatures.json", bytes: signaturesOf(signatures) }];
var passphrase = () => Array.from(random(24), (byte) => letters2[byte % letters2.length]).join("").match(/.{4}/g).join("-");
var hex = (bytes2) => Array.from(bytes2, (byte) => byte.toString(16).padStart(2, "0")).join("");
var isoDay = (day) => new Date(day * dayMs).toISOString().slice(0, 10);
var isoHour = (hour) => new Date(hour * hourMs).toISOString().slice(0, 13) + "Z";
var line = (text) => String(text ?? "").replace(/\s+/g, " ").trim();
function factsOf({ campaign, desk: desk2, mark, day, reason, language, messages, count }) {
  const inOrder = [...messages].sort((a, b) => a.sequence - b.sequence);
  const there = new Set(inOrder.map((m) => m.sequence));
  const last = Math.max(count ?? 0, ...there);
  return {
    campaign: line(campaign),
    desk: line(desk2),
    mark: line(mark),
    day: isoDay(day),
    reason: line(reason),
    language: line(language),
    count: last,
    leftOut: Array.from({ length: last }, (_, i) => i + 1).filter((number2) => !there.has(number2)),
    messages: inOrder.map((m) => ({ number: m.sequence, sender: m.sender, day: isoDay(m.day), hour: m.hour === null || m.hour === void 0 ? null : isoHour(m.hour), alias: line(m.alias), text: m.text }))
  };
}
function statementOf({ campaign, desk: desk2, mark, day, reason, count, leftOut, messages }) {
  const numbers = messages.map((m) => m.number).join(", ") || "none";
  return [
    { heading: "What this is", sentences: [
      `Messages ${numbers} of conversation ${mark} at ${desk2} of the helpline of ${campaign}, put together on ${day}.`,
      `Why it is handed over: ${reason}.`.replace(/\.\.$/, "."),
      `The conversation had ${count} messages when they were chosen. Left out: ${leftOut.join(", ") || "none"}.`,
      "Two advisers have looked at the same bytes and signed them, each in their own browser with their own key."
    ] },
    { heading: "What is known", sentences: [
      "The words of each message as they opened in the browsers of the advisers who signed.",
      "The order of the messages, the day of each, and its hour where one is given. Days and hours are in UTC.",
      "Which messages came in by the form for people who ask for help, which an adviser wrote, and which the program sent by itself."
    ] },
    { heading: "What is not known", sentences: [
      "Who wrote. The helpline asks for no name, has no accounts, and keeps nothing beside these words by which a person could be recognised.",
      "Where they wrote from, and with what device. The program keeps no network address and no description of a device.",
      "Exact times. Nothing finer than the hour is kept, and of some messages only the day.",
      "Whether what the person wrote is true.",
      "Whether the messages marked as the person’s were written by one person. Whoever had the code of the conversation could write, and nothing signs these messages.",
      "Whether a message is missing after the last one. A message missing in between would have been seen; one cut off at the end, before the advisers looked, might not.",
      "Whether whoever runs the server put a message there. The advisers’ signatures say what they saw, not how it came there.",
      "What the left-out messages say, or anything that was deleted before."
    ] },
    { heading: "How it can be checked", sentences: [
      "manifest.json gives the length and the SHA-256 of each item; signatures.json has the advisers’ signatures over it.",
      "The command “cairn evidence verify FILE” checks all of it without a network. The same can be done by hand as docs/evidence.md of the program describes.",
      "Signatures say whose keys signed. That the keys are the advisers’ is known by comparing their fingerprints with the desk by telephone, under a number found elsewhere than here."
    ] }
  ];
}
var marks = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
var escaped = (text) => String(text).replace(/[&<>"']/g, (mark) => marks[mark]).replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "�");
var senders2 = { person: "The person", adviser: "An adviser", automatic: "Automatic reply" };
function pageOf(facts2, sections) {
  const rows = [["Campaign", facts2.campaign], ["Desk", facts2.desk], ["Put together on", facts2.day], ["Why it is handed over", facts2.reason], ["Language", facts2.language], ["Left out", facts2.leftOut.join(", ") || "none"]];
  const slots = {
    mark: escaped(facts2.mark),
    facts: rows.map(([name, value]) => `<dt>${name}</dt><dd dir="auto">${escaped(value)}</dd>`).join("\n"),
    messages: facts2.messages.map((message2) => messageOf(message2, facts2.language)).join("\n"),
    statement: sections.map(({ heading, sentences }) => `<h2>${heading}</h2>
<ul>
${sentences.map((s) => `<li>${escaped(s)}</li>`).join("\n")}
</ul>`).join("\n")
  };
  return evidence_page_default.replace(/\{(\w+)\}/g, (_, slot) => slots[slot]);
}
function messageOf({ number: number2, sender, day, hour, alias, text }, language) {
  const when = hour ? `${hour.slice(0, 10)}, in the hour that began at ${hour.slice(11, 13)}:00 UTC` : day;
  const who = senders2[sender] + (alias ? `, as <bdi>${escaped(alias)}</bdi>` : "");
  return `<li class="${escaped(sender)}"><p class="about">${number2}. ${who}, ${when}</p><p class="words" dir="auto" lang="${escaped(language)}">${escaped(text)}</p></li>`;
}

// .build/assets/desk/handover.js
var senderNames = /* @__PURE__ */ new Map([[senders.seeker, "person"], [senders.adviser, "adviser"], [senders.automatic, "automatic"]]);
function handingToOthers(desk2) {
  const asked = desk2.inHand.thread.package;
  return el(
    "section",
    { class: "desk-package" },
    el("h3", {}, "Hand over to police or child protection"),
    !asked ? asking(desk2) : !asked.approver && asked.by === desk2.me ? waiting(desk2, asked) : !asked.approver ? agreeing(desk2, asked) : making(desk2, asked)
  );
}
var notWhole = "This conversation is not whole, so nobody can sign what it says. Tell your supervisor: a child in danger is told to the police by telephone, now.";
var unsigned = (message2) => message2.sender === senders.adviser && !message2.by;
function made({ opening: opening2, inHand: inHand2, whole }, { reason, day, chosen, total }) {
  const messages = inHand2.records.filter((r) => chosen.includes(r.sequence));
  if (!whole || messages.length !== chosen.length || messages.some((m) => !m.record || unsigned(m))) return null;
  const facts2 = {
    campaign: opening2.campaign,
    desk: opening2.concerns ? "the concerns desk" : "the helpline’s desk",
    mark: inHand2.thread.mark,
    day,
    language: inHand2.language,
    count: total,
    reason: opening2.reasons.find((r) => r.code === reason)?.what ?? reason,
    messages: messages.map((m) => ({ sequence: m.sequence, sender: senderNames.get(m.sender), day: m.record.day, hour: m.hour, alias: m.record.alias, text: m.record.text }))
  };
  const contents = contentsOf(facts2);
  const manifest = manifestOf(facts2, contents);
  return { contents, manifest, digest: sha256(manifest) };
}
function asking(desk2) {
  const { opening: opening2, inHand: inHand2, own: own2, say: say2, act: act2, again } = desk2;
  const boxes = inHand2.records.map((r) => el("input", { type: "checkbox", id: "desk-chosen-" + r.sequence, value: r.sequence, checked: r.sender !== senders.automatic && !unsigned(r) }));
  const reason = choice("desk-package-reason", [["", "choose …"], ...opening2.reasons.map((r) => [r.code, r.what])]);
  return [
    el("p", {}, "Choose what is handed over and sign it. Another adviser of the desk takes the conversation, sees the same words and signs too. Until the hand-over is closed nothing of it is deleted and the flag stays up."),
    el("fieldset", { class: "desk-chosen" }, el("legend", {}, "Messages"), boxes.map((box, i) => el("p", {}, box, " ", el("label", { for: box.id }, `Message ${inHand2.records[i].sequence}, ${senderNames.get(inHand2.records[i].sender)}`)))),
    field("desk-package-reason", "Why", reason),
    button("Sign, and ask another adviser", async () => {
      const chosen = boxes.filter((b) => b.checked).map((b) => Number(b.value));
      if (!chosen.length) return say2("Choose at least one message.");
      if (!reason.value) return say2("Choose why it is handed over.");
      if (!desk2.whole) return say2(notWhole);
      const forged = inHand2.records.find((r) => chosen.includes(r.sequence) && unsigned(r));
      if (forged) return say2(`Leave out message ${forged.sequence}: its signature does not fit. Its adviser may have new keys since; the package says that it was left out.`);
      const asked = { reason: reason.value, day: opening2.day, chosen, total: inHand2.records.length };
      const what = made(desk2, asked);
      if (!what) return say2("A message that you chose does not open.");
      if (await act2("package", { conversation: inHand2.item.id, code: reason.value, day: opening2.day, chosen, total: asked.total, digest: what.digest, signature: signed(what.manifest, own2.sign) })) await again();
    }, { class: "console-button danger" })
  ];
}
var facts = ({ opening: opening2 }, asked) => el("p", {}, `${asked.called} signed on ${dayName(asked.day)} for messages ${asked.chosen.join(", ")}: ${opening2.reasons.find((r) => r.code === asked.reason)?.what ?? asked.reason}.`);
function ending({ inHand: inHand2, act: act2, again }, label) {
  return button(label, async () => {
    if (await act2("package-end", { conversation: inHand2.item.id })) await again();
  }, { class: "console-button second" });
}
var waiting = (desk2, asked) => [
  facts(desk2, asked),
  el("p", {}, "One signature is not enough. Put the conversation back, so that another adviser of the desk can take it, read it and sign."),
  ending(desk2, "Withdraw it")
];
function agreeing(desk2, asked) {
  const { inHand: inHand2, own: own2, say: say2, act: act2, again } = desk2;
  return [
    facts(desk2, asked),
    el("p", {}, "Uncover and read each of these messages. Sign only if they should be handed over for this reason."),
    el("div", { class: "desk-acts" }, button("I have read them: sign", async () => {
      const unread = inHand2.records.filter((r) => asked.chosen.includes(r.sequence) && r.sender === senders.seeker && !inHand2.shown.has(r.sequence));
      if (unread.length) return say2(`Uncover message ${unread[0].sequence} first.`);
      if (!desk2.whole) return say2(notWhole);
      const what = made(desk2, asked);
      if (!what || !same(what.digest, bytes(asked.digest)) || !isBy(desk2, what, asked.by, asked.signed))
        return say2("What they signed is not what you see. Do not sign. Tell your supervisor.");
      if (await act2("package-approve", { conversation: inHand2.item.id, digest: what.digest, signature: signed(what.manifest, own2.sign) })) await again();
    }, { class: "console-button danger" }), ending(desk2, "Refuse it"))
  ];
}
var signerOf2 = ({ opening: opening2 }, id) => opening2.signers.find((s) => s.id === id);
var isBy = (desk2, what, id, signature) => isSigned(what.manifest, bytes(signature), signerOf2(desk2, id)?.verify ?? new Uint8Array(32));
function making(desk2, asked) {
  const { inHand: inHand2, say: say2 } = desk2;
  const told = el("div", { role: "status" });
  return [
    facts(desk2, asked),
    el("p", {}, `${asked.approverCalled} saw the same words and signed. The package is made in this browser, under a passphrase that is shown once.`),
    el("div", { class: "desk-acts" }, button("Make the package", async (event) => {
      if (!desk2.whole) return say2(notWhole);
      const what = made(desk2, asked);
      if (!what || !same(what.digest, bytes(asked.digest)) || !isBy(desk2, what, asked.by, asked.signed) || !isBy(desk2, what, asked.approver, asked.countersigned))
        return say2("What was signed is not what you see. Do not hand it over. Tell your supervisor.");
      [event.target.disabled, event.target.textContent] = [true, "Making …"];
      await new Promise((done2) => setTimeout(done2, 50));
      const passphrase2 = passphrase();
      const signatures = [[asked.by, asked.signed], [asked.approver, asked.countersigned]].map(([id, signature]) => ({ called: signerOf2(desk2, id).called, verify: signerOf2(desk2, id).verify, signature: bytes(signature) }));
      const packed2 = packed(itemsOf(what.contents, what.manifest, signatures), passphrase2);
      download(`cairn-evidence-${inHand2.thread.mark}.zip`, packed2);
      told.replaceChildren(
        el("p", {}, "The package is saved. Its passphrase, shown once: ", el("code", { class: "desk-fingerprint", id: "desk-package-passphrase" }, passphrase2)),
        el("p", {}, "Give the passphrase another way than the package: by telephone, to a number that you know. Delete the file here when they have it.")
      );
      [event.target.disabled, event.target.textContent] = [false, "Make the package"];
    }), ending(desk2, "It is handed over: close it")),
    told
  ];
}

// .build/assets/desk/desk.js
var desk = document.getElementById("desk");
var me = desk.dataset.me;
var supervisor = desk.dataset.supervisor === "yes";
var server = wire(desk.dataset.path, desk.dataset.token);
var idleMinutes = 15;
var beatSeconds = 30;
var marksName = "cairn-desk-marks";
var opening;
var own = null;
var deskKeys = /* @__PURE__ */ new Map();
var queue = { conversations: [], hour: 0 };
var inHand = null;
var drafts = /* @__PURE__ */ new Map();
var paused = false;
var polling = null;
var lastTouched = Date.now();
document.getElementById("desk-blocked").remove();
desk.hidden = false;
addEventListener("pagehide", lock);
for (const touch of ["keydown", "pointerdown"]) addEventListener(touch, () => {
  lastTouched = Date.now();
});
setInterval(beat, beatSeconds * 1e3);
start();
async function start(problem = null) {
  try {
    opening = readOpening(await server.get("opening"));
  } catch (error) {
    return show(el("p", { class: "console-error", role: "alert" }, error.message), button("Try again", () => start()));
  }
  if (!opening.me.keys) return show(newKeys(problem));
  if (!own) return show(unlock(problem));
  for (const [name, draft] of drafts) if (typeof draft !== "string") drafts.set(name, textOf(openBox(own.box, draft, bytesOf(name)) ?? new Uint8Array()));
  deskKeys = opening.desk ? openDesk(own, me, opening.desk.number, opening.me.boxes) : /* @__PURE__ */ new Map();
  if (!opening.desk) return show(noDesk());
  if (!deskKeys.has(latest())) return show(notMember());
  if (!same(latestKey().public, opening.desk.keys.find((key) => key.generation === latest()).public))
    return show(el("p", { class: "console-error", role: "alert" }, "The desk’s key in the database is not the one that was sealed to you: somebody may have changed it. Do not go on. Tell whoever runs this server."));
  work();
}
var latestKey = () => deskKeys.get(latest());
function readOpening(told) {
  const person = (m) => ({ ...m, public: bytes(m.public), verify: bytes(m.verify) });
  if (told.me.keys) for (const name of ["public", "verify", "salt", "wrapped"]) told.me.keys[name] = bytes(told.me.keys[name]);
  for (const box of told.me.boxes) box.box = bytes(box.box);
  if (told.desk) {
    told.desk.recovery = bytes(told.desk.recovery);
    for (const key of told.desk.keys) key.public = bytes(key.public);
  }
  return { ...told, members: told.members.map(person), joining: told.joining.map(person), signers: told.signers.map(person) };
}
var latest = () => Math.max(...opening.desk.keys.map((key) => key.generation));
function show(...content) {
  fill(desk, ...content);
  desk.querySelector("[data-first]")?.focus();
}
function lock() {
  polling?.abort();
  polling = null;
  if (own) {
    for (const [name, draft] of drafts) if (typeof draft === "string") drafts.set(name, sealBox(own.box.public, bytesOf(draft), bytesOf(name)));
  }
  own?.box.secret.fill(0);
  own?.sign.secret.fill(0);
  for (const key of deskKeys.values()) key.secret.fill(0);
  inHand?.key?.fill(0);
  [own, deskKeys, inHand, paused] = [null, /* @__PURE__ */ new Map(), null, false];
  queue = { conversations: [], hour: 0 };
  desk.replaceChildren();
}
function newKeys(problem) {
  const first = el("input", { type: "password", class: "console-input", autocomplete: "new-password", maxlength: 200, "data-first": true });
  const second = el("input", { type: "password", class: "console-input", autocomplete: "new-password", maxlength: 200 });
  const said = alert(problem);
  const idea = el("output", { class: "desk-idea" });
  const make = button("Make my keys", async (event) => {
    const fault = passphraseFault(first.value, opening.me.called) ?? (first.value === second.value ? null : "The two are not the same.");
    if (fault) return tell(said, fault, first);
    await busy(event.target, "Making …", said, async () => {
      const made2 = await makeKeys(first.value, me);
      await server.post("keys", { keys: made2.sent });
      own = made2.own;
      await start();
    });
  });
  return el(
    "section",
    { class: "console-card desk-narrow" },
    el("h2", {}, "Make your keys"),
    el("p", {}, "What people write to the desk is sealed to keys that only the desk’s members hold. Yours are made here, in this browser, and kept under a passphrase that never leaves it."),
    el("p", {}, el("strong", {}, "Nobody can reset it."), " If you lose it you make new keys, and a member of the desk adds you again."),
    said,
    el(
      "form",
      { onsubmit: (event) => {
        event.preventDefault();
        make.click();
      } },
      account(),
      field("desk-passphrase", "Passphrase", first, "At least 16 letters. Keep it in a password manager or in your head, not on this machine."),
      field("desk-again", "The same again", second)
    ),
    el("p", {}, el("button", { type: "button", class: "link-button", onclick: () => {
      idea.textContent = suggestion();
    } }, "Suggest one"), " ", idea),
    make
  );
}
function unlock(problem) {
  const passphrase2 = el("input", { type: "password", class: "console-input", autocomplete: "current-password", maxlength: 200, "data-first": true });
  const said = alert(problem);
  const open2 = button("Open the desk", (event) => busy(event.target, "Opening …", said, async () => {
    own = await openKeys(passphrase2.value, me, opening.me.keys);
    passphrase2.value = "";
    if (!own) return tell(said, "That is not the passphrase. Nobody counts how often you try.", passphrase2);
    await start();
  }));
  return el(
    "section",
    { class: "console-card desk-narrow" },
    el("h2", {}, "Open the desk"),
    el("form", { onsubmit: (event) => {
      event.preventDefault();
      open2.click();
    } }, account(), said, field("desk-passphrase", "Your passphrase for the desk", passphrase2, "It stays in this browser. Opening takes a second or two."), open2),
    el(
      "details",
      { class: "govuk-details console-small" },
      el("summary", { class: "govuk-details__summary" }, el("span", { class: "govuk-details__summary-text" }, "I have lost it")),
      el("div", { class: "govuk-details__text" }, el("p", {}, "Make new keys. You leave the desk by that; a member adds you again after comparing your new fingerprint with you."), button("Make new keys", () => show(newKeys(null)), { class: "console-button second" }))
    )
  );
}
var account = () => el("input", { type: "text", autocomplete: "username", value: "helpline desk: " + opening.me.called, hidden: true, readonly: true });
function noDesk() {
  if (!supervisor) return el("section", { class: "console-card desk-narrow" }, el("h2", {}, "There is no desk yet"), el("p", {}, "A supervisor makes it. Your keys are ready: ", ownFingerprint()));
  return el(
    "section",
    { class: "console-card desk-narrow" },
    el("h2", {}, "Make the desk"),
    el("p", {}, "The desk’s key is made here and sealed to you; you can then add the other advisers. The line opens when there are two."),
    el("p", {}, "A second key goes on paper, for the day when nobody can open the desk any more. It is shown once. Have paper and a second person with you."),
    button("Go on", () => show(ceremony()))
  );
}
function ceremony() {
  const [made2, recovery2] = [keyPair(), keyPair()];
  const groups = onPaper(recovery2.secret);
  const asked = random(1)[0] % groups.length;
  const typed = el("input", { class: "console-input desk-code", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: 8 });
  const said = alert(null);
  return el(
    "section",
    { class: "console-card desk-narrow" },
    el("h2", {}, "The recovery paper"),
    el("p", {}, "Write these 14 groups down twice, or print this page, and put them into two sealed envelopes in two places. Whoever holds them together with the database and the keyring can read every conversation."),
    el("ol", { class: "desk-paper" }, groups.map((group) => el("li", {}, group))),
    el("p", {}, button("Print this page", () => print(), { class: "console-button second" })),
    said,
    field("desk-group", `Type group ${asked + 1} from the paper`, typed),
    button("It is on paper: make the desk", () => {
      if (typed.value.trim().toUpperCase() !== groups[asked]) return tell(said, "That is not the group on the paper.", typed);
      recovery2.secret.fill(0);
      send("make", { member: me, generation: 1, public: made2.public, recovery: recovery2.public, boxes: [boxFor({ id: me, public: own.box.public }, deskNumber(), 1, made2.secret)] });
    })
  );
}
var deskNumber = () => opening.desk?.number ?? opening.number;
function notMember() {
  return el(
    "section",
    { class: "console-card desk-narrow" },
    el("h2", {}, "You are not on the desk yet"),
    el("p", {}, "A member of the desk adds you on this page. Before they do, read them this fingerprint of your keys aloud; theirs must be the same: ", ownFingerprint()),
    button("Look again", () => start()),
    supervisor && recovering()
  );
}
function recovering() {
  if (opening.recovery === "asked") return el("p", {}, "You asked to open the desk with the recovery paper. Another supervisor or an administrator agrees under Recovery.");
  const paper = paperField();
  const said = alert(null);
  return el(
    "details",
    { class: "govuk-details console-small" },
    el("summary", { class: "govuk-details__summary" }, el("span", { class: "govuk-details__summary-text" }, "Nobody can open the desk any more")),
    el(
      "div",
      { class: "govuk-details__text" },
      el("p", {}, "Take the recovery paper out of its envelope, with another person beside you. Once they agree you are on the desk alone; every conversation says so to the person who wrote."),
      said,
      field("desk-paper", "What stands on the paper", paper, "14 groups of four."),
      button("Ask to open the desk with the paper", () => {
        if (!fromPaper2(paper, said)) return;
        const next = keyPair(), generation = latest() + 1;
        send("recover", { member: me, generation, public: next.public, boxes: [boxFor({ id: me, public: own.box.public }, opening.desk.number, generation, next.secret)] });
      }, { class: "console-button danger" })
    )
  );
}
var paperField = () => el("textarea", { class: "govuk-textarea desk-code", rows: 3, autocapitalize: "characters", autocomplete: "off", spellcheck: "false" });
function fromPaper2(paper, said) {
  const secret = fromPaper(paper.value);
  const pair = secret && keyPair(secret);
  if (pair && same(pair.public, opening.desk.recovery)) return pair;
  return tell(said, secret ? "This is the paper of another desk." : "A letter is wrong: there are 14 groups of four.", paper) ?? null;
}
function recovery() {
  if (opening.recovery !== "agreed") return null;
  const paper = paperField();
  const said = alert(null);
  return el(
    "section",
    { class: "console-card desk-narrow", id: "desk-recovery" },
    el("h2", {}, "Open what was sealed before"),
    el("p", {}, "It is agreed. Type the paper once more: until then earlier conversations do not open."),
    said,
    field("desk-paper", "What stands on the paper", paper, "14 groups of four."),
    button("Open them", (event) => busy(event.target, "Opening …", said, async () => {
      const pair = fromPaper2(paper, said);
      if (!pair) return;
      paper.value = "";
      for (; ; ) {
        const resealed = (await server.get("outdated")).map((thread) => reseal(thread, pair)).filter(Boolean);
        if (!resealed.length || (await server.post("reseal", { resealed })).said === "0") break;
      }
      pair.secret.fill(0);
      await server.post("recovered", {});
      queue = { conversations: [], hour: 0 };
      await start();
    }))
  );
}
function reseal(thread, pair) {
  const id = bytes(thread.id);
  const boxes = thread.boxes.map(({ generation, box }) => {
    const key = openBox(pair, bytes(box), contexts.wrap(id, generation, kinds.recovery));
    return key && { generation, box: sealBox(latestKey().public, key, contexts.wrap(id, generation, kinds.desk)) };
  }).filter(Boolean);
  return boxes.length ? { conversation: id, boxes, deskGeneration: latest() } : null;
}
var fingerprintOf = (person) => el("code", { class: "desk-fingerprint" }, spokenOf(person));
var ownFingerprint = () => fingerprintOf({ public: own.box.public, verify: own.sign.verify });
function send(act2, what) {
  const form = document.getElementById("desk-work");
  form.action = `${desk.dataset.path}/${act2}`;
  form.elements.work.value = asText({ member: "", generation: 0, public: new Uint8Array(), recovery: new Uint8Array(), boxes: [], ...what });
  form.submit();
}
function work() {
  show(
    el(
      "div",
      { class: "desk-bar" },
      el("p", { id: "desk-line" }, opening.why ? "The line is closed. " + opening.why : "The line is open."),
      button("Pause", pause, { class: "console-button second", id: "desk-pause" }),
      button("Lock", () => {
        lock();
        start();
      }, { class: "console-button second" })
    ),
    el("p", { id: "desk-said", class: "console-error", role: "alert", hidden: true }),
    recovery(),
    el(
      "div",
      { class: "desk-rooms" },
      el(
        "section",
        { "aria-labelledby": "desk-waiting" },
        el("h2", { id: "desk-waiting" }, "Waiting"),
        field("desk-language", "Show", choice("desk-language", [["", "every language"]]), null),
        el("ul", { id: "desk-queue", class: "desk-queue" }),
        el("p", { id: "desk-live", class: "console-hint", role: "status" }),
        members()
      ),
      el("section", { id: "desk-open", "aria-live": "off" })
    )
  );
  document.getElementById("desk-language").addEventListener("change", drawQueue);
  drawThread();
  follow();
  renew();
}
async function follow() {
  polling?.abort();
  const here = polling = new AbortController();
  let after = "", lost = false;
  while (!here.signal.aborted) {
    try {
      const told = await server.get("queue" + after, here.signal);
      if (here.signal.aborted) return;
      after = "?after=" + told.version;
      for (const item of told.conversations) readItem(item);
      queue = told;
      if (told.generation !== latest()) return start();
      if (lost) say(null);
      lost = false;
      drawQueue();
      await notice();
      await new Promise((done2) => setTimeout(done2, 100));
    } catch (error) {
      if (error.name === "AbortError") return;
      say(error.message);
      lost = true;
      if (error.status === 409) return start();
      if (error.status === 403) return;
      await new Promise((done2) => setTimeout(done2, 3e3));
    }
  }
}
function readItem(item) {
  const before = queue.conversations.find((c) => c.name === item.id && c.generation === item.generation);
  item.name = item.id;
  item.id = bytes(item.id);
  if (before) [item.language, item.worry, item.opens] = [before.language, before.worry, before.opens];
  else {
    const key = item.box && openWrap(deskKeys, bytes(item.box), item.id, item.generation);
    item.opens = Boolean(key);
    Object.assign(item, key ? readLabel(key, bytes(item.label), item.id) : { language: "", worry: "" });
    key?.fill(0);
  }
}
function drawQueue() {
  const list = document.getElementById("desk-queue"), only2 = document.getElementById("desk-language");
  if (!list) return;
  const languages = [...new Set(queue.conversations.map((c) => c.language))].sort();
  const chosen = only2.value;
  only2.replaceChildren(...[["", "every language"], ...languages.filter((l) => l).map((l) => [l, languageName(l)])].map(([value, label]) => el("option", { value, selected: value === chosen }, label)));
  const shown = queue.conversations.filter((c) => c.waits || c.flagged || c.mine || c.by).filter((c) => !chosen || c.language === chosen || c.flagged || c.mine).sort((a, b) => b.mine - a.mine || (b.flagged && !b.flagTaken) - (a.flagged && !a.flagTaken) || b.waits - a.waits || a.hour - b.hour || a.order - b.order);
  const focused = document.activeElement?.dataset?.take;
  list.replaceChildren(...shown.map(queued));
  if (focused) list.querySelector(`[data-take="${focused}"]`)?.focus();
  const waiting2 = queue.conversations.filter((c) => c.waits && !c.by).length;
  document.getElementById("desk-live").textContent = paused ? "Paused." : waiting2 === 0 ? "Nobody waits." : waiting2 === 1 ? "One person waits." : `${waiting2} people wait.${queue.more ? " More than are shown." : ""}`;
  document.title = document.title.replace(/^(\(\d+\) )?/, waiting2 ? `(${waiting2}) ` : "");
}
function queued(item) {
  const facts2 = [age(item.hour, queue.hour), item.messages === 2 ? "first message" : `${item.messages} messages`, item.notes ? item.notes === 1 ? "one note" : `${item.notes} notes` : null].filter(Boolean);
  return el(
    "li",
    { class: item.mine ? "mine" : null },
    item.flagged && el("strong", { class: "desk-flag" }, item.flagOverdue ? "Red flag, overdue" : item.flagTaken ? "Red flag, taken" : "Red flag"),
    item.package && el("strong", { class: "desk-flag" }, "A hand-over is open"),
    el("span", { class: "desk-what" }, item.opens ? `${languageName(item.language)}, ${worries[item.worry] ?? item.worry}` : "does not open with your keys"),
    el("span", { class: "console-hint" }, facts2.join(", ")),
    item.by && el("span", { class: "console-hint" }, item.mine ? "in your hand" : `in the hand of ${item.by}`),
    !item.by && item.opens && button("Take", () => take(item), { class: "console-button second", "data-take": item.name, disabled: paused || Boolean(inHand) }),
    item.flagged && !item.flagTaken && supervisor && button("I have this flag", () => act("take-flag", { conversation: item.id }), { class: "console-button second" }),
    item.mine && !inHand && button("Go on", () => open(item), { class: "console-button", "data-take": item.name, disabled: paused })
  );
}
async function take(item) {
  if (inHand) return;
  if (await act("claim", { conversation: item.id }, "Somebody else was faster.")) await open(item);
}
async function open(item) {
  let thread;
  try {
    thread = await server.post("open", { conversation: item.id });
  } catch (error) {
    if (error.status === 409) done();
    return say(error.message);
  }
  const byGeneration = new Map(thread.boxes.map(({ generation, box }) => [generation, openWrap(deskKeys, bytes(box), item.id, generation)]));
  const records = thread.messages.map((message2) => {
    const place = placeOf(item.id, message2.generation, message2.sequence, message2.sender);
    const key = byGeneration.get(message2.generation);
    const record = key && readRecord(openMessage(key, bytes(message2.nonce), bytes(message2.sealed), place));
    const by = record && message2.sender === senders.adviser ? signerOf(record, place, opening.signers.map((s) => s.verify)) : null;
    return { ...message2, record, by: by && opening.signers.find((s) => same(s.verify, by)) };
  });
  const notes = thread.notes.map((note) => ({ ...note, record: readNote(item.id, bytes(note.box)) }));
  const before = inHand?.item.name === item.name ? inHand : null;
  inHand = { item, thread, key: byGeneration.get(thread.generation), records, notes, note: before?.note ?? "", shown: before?.shown ?? /* @__PURE__ */ new Set(), missing: missing(item.name, records), language: records[0]?.record?.language ?? "en" };
  drawQueue();
  drawThread();
}
var isWhole = (records) => records.every((r, i) => r.sequence === i + 1 && r.record);
function readNote(conversation, box) {
  for (const holder of [...deskKeys.values()].reverse()) {
    const whole = openBox(holder, box, contexts.note(conversation));
    if (whole) return readRecord(unpadded(whole));
  }
  return null;
}
function missing(name, records) {
  const marks2 = JSON.parse(localStorage.getItem(marksName) ?? "{}");
  const mark = Array.from(fingerprint(bytesOf(name)), (b) => b.toString(16).padStart(2, "0")).join("");
  const most = Math.max(marks2[mark]?.[0] ?? 0, records.length);
  const day = opening.day;
  marks2[mark] = [most, day];
  for (const old of Object.keys(marks2)) if (marks2[old][1] < day - 60) delete marks2[old];
  localStorage.setItem(marksName, JSON.stringify(marks2));
  return most - records.length;
}
function drawThread() {
  const focused = document.activeElement?.id;
  draw();
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
}
function draw() {
  const room = document.getElementById("desk-open");
  if (!room) return;
  if (!inHand) return room.replaceChildren(el("p", { class: "desk-empty" }, paused ? "Paused. Nothing is shown." : "Take a conversation. Its words stay covered until you uncover them, one at a time."));
  const { item, thread, records, notes } = inHand;
  const broken = !isWhole(records);
  const box = el("textarea", { class: "govuk-textarea", rows: 8, dir: "auto", maxlength: 16e3, spellcheck: "true" });
  box.value = drafts.get(item.name) ?? "";
  box.addEventListener("input", () => {
    drafts.set(item.name, box.value);
  });
  const reply = field("desk-reply", "Your reply", box, `Signed as ${opening.penName}. The person reads it with their code; they are not told by e-mail or message.`);
  fill(
    room,
    el("h2", { id: "desk-heading", tabindex: "-1" }, `${languageName(inHand.language)}, ${worries[item.worry] ?? item.worry}`),
    item.flagged && el("p", { class: "desk-flag" }, item.flagUntil ? `Red flag: the desk’s copy is kept until it is taken down, at the latest until ${dayName(item.flagUntil)}.` : "Red flag: the desk’s copy is kept until it is taken down."),
    thread.gone && el("p", { class: "console-error" }, "The person has deleted this conversation. They will not see a reply."),
    broken && el("p", { class: "console-error", role: "alert" }, "This conversation is not whole: a message is missing, moved or changed. Tell your supervisor."),
    inHand.missing > 0 && el("p", { class: "console-error", role: "alert" }, `${inHand.missing} of the messages that were here before are gone from its end. Tell your supervisor.`),
    el("ol", { class: "desk-thread" }, records.map(message)),
    notes.length > 0 && el("div", { class: "desk-notes" }, el("h3", {}, "Notes from advisers"), el("ul", {}, notes.map((note) => el("li", {}, note.record ? [el("strong", {}, note.record.alias), `, ${dayName(note.record.day)}: `, el("span", { dir: "auto", class: "desk-words" }, note.record.text)] : "A note that does not open with your keys.")))),
    opening.concerns && checklist(notes, keepChecklist, say),
    canned(box),
    reply,
    el("div", { class: "desk-acts" }, button("Send the reply", (event) => sendReply(event.target)), button("Look for news", () => open(item), { class: "console-button second" }), button("Cover all", () => {
      inHand.shown.clear();
      drawThread();
    }, { class: "console-button second" })),
    el("div", { class: "desk-more" }, closing(item), handing(item), flagging(item)),
    item.flagged && handingToOthers({ opening, inHand, me, own, say, act, whole: !broken && inHand.missing <= 0, again: () => open(item) })
  );
}
function message(said) {
  const who = said.sender === senders.seeker ? "The person" : said.sender === senders.automatic ? "Automatic reply" : said.by ? `${said.by.called}, as ${said.record.alias}` : "An adviser whose signature does not fit";
  const words = !said.record ? el("p", { class: "console-error" }, "This message does not open.") : said.sender !== senders.seeker || inHand.shown.has(said.sequence) ? el("p", { class: "desk-words", dir: "auto" }, said.record.text) : button(`Uncover message ${said.sequence}`, () => {
    inHand.shown.add(said.sequence);
    drawThread();
    document.querySelector(`[data-sequence="${said.sequence}"]`)?.focus();
  }, { class: "console-button second desk-cover" });
  return el("li", { class: said.sender === senders.seeker ? "theirs" : "ours", "data-sequence": said.sequence, tabindex: "-1" }, el("p", { class: "console-hint" }, said.record ? `${who}, ${dayName(said.record.day)}` : who), words);
}
function canned(box) {
  const fitting = opening.replies.filter((r) => r.language === inHand.language);
  const offered = fitting.length ? fitting : opening.replies.filter((r) => r.language === "en");
  if (!offered.length) return null;
  const chosen = choice("desk-canned", [["", "choose …"], ...offered.map((r) => [r.id, r.name])]);
  return el("div", { class: "desk-canned" }, field("desk-canned", "A prepared reply", chosen), button("Put it into the box", () => {
    const text = offered.find((r) => r.id === chosen.value)?.body;
    if (!text) return;
    box.value = box.value.trim() ? box.value.trimEnd() + "\n\n" + text : text;
    drafts.set(inHand.item.name, box.value);
    box.focus();
  }, { class: "console-button second" }));
}
async function sendReply(pressed, tries = 3) {
  const text = (drafts.get(inHand.item.name) ?? "").trim();
  if (!text) return say("Write a reply first.");
  if (!inHand.key) return say("This conversation’s key does not open for you.");
  const { item, thread, records } = inHand;
  const sequence = records.length + 1;
  const place = placeOf(item.id, thread.generation, sequence, senders.adviser);
  const record = writeRecord({ day: opening.day, alias: opening.penName, language: inHand.language, worry: "", text });
  inHand.submission ??= random(16);
  const { nonce, sealed } = sealMessage(inHand.key, signedRecord(record, place, own.sign), place);
  pressed.disabled = true;
  try {
    await server.post("reply", { conversation: item.id, generation: thread.generation, sequence, nonce, sealed, submission: inHand.submission });
    drafts.delete(item.name);
    inHand.submission = null;
    await open(item);
    say(null);
  } catch (error) {
    pressed.disabled = false;
    if (error.status === 412 && tries > 0) {
      await open(item);
      return say("Somebody wrote meanwhile. Read it, then send your reply again.");
    }
    say(error.message);
  }
}
function closing(item) {
  const outcome = choice("desk-outcome", [["", "choose …"], ...opening.outcomes.map((o) => [o.code, o.what])]);
  return el("section", {}, el("h3", {}, "Let it go"), field("desk-outcome", "How it ended", outcome, "Only this word is counted."), el(
    "div",
    { class: "desk-acts" },
    button("Close", async () => unchecked() ? say(unchecked()) : outcome.value ? await act("close", { conversation: item.id, code: outcome.value }) && done() : say("Choose how it ended."), { class: "console-button second" }),
    button("Put it back", async () => {
      if (await act("release", { conversation: item.id })) done();
    }, { class: "console-button second" })
  ));
}
function handing(item) {
  const note = el("textarea", { class: "govuk-textarea", rows: 3, maxlength: 4e3, dir: "auto" });
  note.value = inHand.note;
  note.addEventListener("input", () => {
    inHand.note = note.value;
  });
  return el("section", {}, el("h3", {}, "Hand over"), field("desk-note", "A note for the next adviser", note, "Sealed to the desk. The person cannot read it."), button("Hand over", async () => {
    if (unchecked()) return say(unchecked());
    if (!note.value.trim()) return say("Write what the next adviser must know.");
    if (await act("hand-over", { conversation: item.id, sealed: sealedNote(item, note.value.trim()) })) done();
  }, { class: "console-button second" }));
}
var sealedNote = (item, text) => sealBox(latestKey().public, padded(writeRecord({ day: opening.day, alias: opening.me.called, language: "en", worry: "", text })), contexts.note(item.id));
var unchecked = () => opening.concerns && !inHand.notes.some((note) => isChecklist(note.record?.text)) ? "Answer the checklist first." : null;
async function keepChecklist(text) {
  const { item } = inHand;
  if (await act("checklist", { conversation: item.id, sealed: sealedNote(item, text) })) await open(item);
}
function flagging(item) {
  if (item.flagged) return supervisor ? flagUp(item) : null;
  const reason = choice("desk-reason", [["", "choose …"], ...opening.reasons.map((r) => [r.code, r.what])]);
  return el("section", {}, el("h3", {}, "Raise a red flag"), field("desk-reason", "Why", reason, "The supervisor on call sees it at once. The desk’s copy is kept even if the person deletes theirs."), button("Raise the flag", async () => {
    if (!reason.value) return say("Choose why.");
    if (await act("flag", { conversation: item.id, code: reason.value })) {
      item.flagged = true;
      drawThread();
    }
  }, { class: "console-button danger" }));
}
function flagUp(item) {
  const reason = choice("desk-renew", [["", "choose …"], ...opening.reasons.map((r) => [r.code, r.what])]);
  return el(
    "section",
    {},
    el("h3", {}, "Red flag"),
    field("desk-renew", "Why it is still needed", reason, "Renewed, it holds for sixty days from today."),
    el(
      "div",
      { class: "desk-acts" },
      button("Renew the flag", async () => reason.value ? await act("renew-flag", { conversation: item.id, code: reason.value }) && say("The flag holds for sixty days from today.") : say("Choose why it is still needed."), { class: "console-button second" }),
      button("Take the flag down", async () => {
        if (inHand.thread.package) return say("A hand-over is open. Close it first.");
        if (await act("lower-flag", { conversation: item.id })) {
          item.flagged = false;
          drawThread();
        }
      }, { class: "console-button second" })
    )
  );
}
function done() {
  inHand?.key?.fill(0);
  inHand = null;
  drawQueue();
  drawThread();
}
async function act(name, what, refusedInstead = null) {
  try {
    await server.post(name, what);
    say(null);
    return true;
  } catch (error) {
    say(error.status === 409 && refusedInstead ? refusedInstead : error.message);
    if (error.status === 409 && name !== "claim") done();
    return false;
  }
}
function pause() {
  paused = !paused;
  document.getElementById("desk-pause").textContent = paused ? "Carry on" : "Pause";
  const room = document.getElementById("desk-open");
  if (paused) {
    inHand?.shown.clear();
    room.replaceChildren(el("p", { class: "desk-empty" }, "Paused. What you have in hand stays in your hand, covered. Take your time."));
  } else drawThread();
  drawQueue();
}
async function notice() {
  if (!inHand || paused) return;
  const now = queue.conversations.find((c) => c.name === inHand.item.name);
  if (!now || !now.mine) {
    say("This conversation is not in your hand any more: somebody else has it, or the person deleted it.");
    return done();
  }
  if (now.messages !== inHand.records.length || now.generation !== inHand.thread.generation) await open(now);
}
async function beat() {
  if (own && Date.now() - lastTouched > idleMinutes * 6e4) {
    lock();
    return start("The desk was locked because nobody was here for a while. What you had begun to write is still here.");
  }
  if (own && inHand) await act("beat", { conversation: inHand.item.id });
}
function members() {
  return el(
    "details",
    { class: "govuk-details console-small" },
    el("summary", { class: "govuk-details__summary" }, el("span", { class: "govuk-details__summary-text" }, `Members of the desk (${opening.members.length})`)),
    el(
      "div",
      { class: "govuk-details__text" },
      el("ul", { class: "desk-members" }, opening.members.map((m) => el(
        "li",
        {},
        el("strong", {}, m.called),
        m.id === me ? " (you)" : null,
        m.onStaff ? null : el("span", { class: "desk-flag" }, "has left the staff"),
        " ",
        m.public?.length ? fingerprintOf(m) : null,
        supervisor && opening.members.length > 1 && m.id !== me ? button(`Take ${m.called} off the desk`, () => remove(m), { class: "link-button danger" }) : null
      ))),
      opening.joining.length > 0 && el("h3", {}, "Ready to join"),
      el("ul", { class: "desk-members" }, opening.joining.map((m) => el(
        "li",
        {},
        el("strong", {}, m.called),
        " ",
        fingerprintOf(m),
        button(`Add ${m.called}`, () => add2(m), { class: "console-button second" })
      ))),
      opening.joining.length > 0 && el("p", { class: "console-hint" }, "Before you add somebody, have them read you the fingerprint on their own page. If it is not this one, somebody stands in between."),
      el("h3", {}, "Signatures on packages"),
      el("p", { class: "console-hint" }, "Whoever was given a package for police or child protection may telephone and ask whose signatures are on it. Read them the groups behind each name. Nothing of the conversation is said."),
      el("ul", { class: "desk-members", id: "desk-signers" }, opening.signers.filter((s) => s.verify.length).map((s) => el("li", {}, el("strong", {}, s.called), " ", el("code", { class: "desk-fingerprint" }, spoken(s.verify)))))
    )
  );
}
var add2 = (member) => send("add", { member: member.id, boxes: [...deskKeys].map(([generation, key]) => boxFor(member, opening.desk.number, generation, key.secret)) });
function remove(member) {
  const next = keyPair(), generation = latest() + 1;
  send("remove", { member: member.id, generation, public: next.public, boxes: opening.members.filter((m) => m.id !== member.id).map((m) => boxFor(m, opening.desk.number, generation, next.secret)) });
}
async function renew() {
  try {
    for (; ; ) {
      const outdated = await server.get("outdated");
      const rewrapped = outdated.map(rewrap).filter(Boolean);
      if (!rewrapped.length || !own) return;
      const { said } = await server.post("rewrap", { rewrapped });
      if (said === "0") return;
    }
  } catch (error) {
    say(error.message);
  }
}
function rewrap(thread) {
  const id = bytes(thread.id), latestBox = thread.boxes.find((b) => b.generation === thread.generation);
  const before = latestBox && openWrap(deskKeys, bytes(latestBox.box), id, thread.generation);
  if (!before) return null;
  const label = uncover(before, bytes(thread.label), contexts.label(id)) ?? new Uint8Array(24);
  const secret = random(32), generation = thread.generation + 1;
  const box = (key, kind) => sealBox(key, secret, contexts.wrap(id, generation, kind));
  return { conversation: id, generation, seeker: thread.gone || !thread.seekerPublic ? null : box(bytes(thread.seekerPublic), kinds.seeker), label: cover(secret, label, contexts.label(id)), desk: box(latestKey().public, kinds.desk), recovery: box(opening.desk.recovery, kinds.recovery), deskGeneration: latest() };
}
function say(sentence) {
  const said = document.getElementById("desk-said");
  if (!said) return;
  said.hidden = !sentence;
  if (sentence && said.textContent !== sentence) said.textContent = sentence;
}
var alert = (sentence) => el("p", { class: "console-error", role: "alert", hidden: !sentence }, sentence ?? "");
function tell(said, sentence, input = null) {
  said.textContent = sentence;
  said.hidden = false;
  input?.focus();
}
async function busy(pressed, label, said, work2) {
  const before = pressed.textContent;
  [pressed.disabled, pressed.textContent] = [true, label];
  try {
    await work2();
  } catch (error) {
    tell(said, error instanceof Refused ? error.message : "This browser could not do that. Use a current one.");
  } finally {
    [pressed.disabled, pressed.textContent] = [false, before];
  }
}
/*! Bundled license information:

hash-wasm/dist/argon2.umd.min.js:
  (*!
   * hash-wasm
   * (c) Dani Biro
   * @license MIT
   *)

@noble/curves/utils.js:
@noble/curves/abstract/modular.js:
@noble/curves/abstract/curve.js:
@noble/curves/abstract/edwards.js:
@noble/curves/abstract/montgomery.js:
@noble/curves/ed25519.js:
  (*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) *)

@noble/ciphers/utils.js:
  (*! noble-ciphers - MIT License (c) 2023 Paul Miller (paulmillr.com) *)
*/
